"""What went wrong, and what to do about it, for every code the engine gives: calm, and without its inner words."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

EXPLAINED: dict[str, tuple[object, object]] = {
    # reading a file
    "vanished": (
        QT_TRANSLATE_NOOP("Words", "The file is gone"),
        QT_TRANSLATE_NOOP("Words", "It was moved or deleted while Hunch was about to read it. Nothing needs doing."),
    ),
    "unreadable": (
        QT_TRANSLATE_NOOP("Words", "You have no permission to read it"),
        QT_TRANSLATE_NOOP("Words", "Ask whoever owns the file for access, then read it again."),
    ),
    "io_error": (
        QT_TRANSLATE_NOOP("Words", "The disk did not give the file"),
        QT_TRANSLATE_NOOP("Words", "Check that the disk is connected and sound, then read it again."),
    ),
    "changing": (
        QT_TRANSLATE_NOOP("Words", "The file kept changing while it was read"),
        QT_TRANSLATE_NOOP("Words", "Hunch reads it when the program that writes it is done."),
    ),
    "link": (
        QT_TRANSLATE_NOOP("Words", "It is a link to somewhere else"),
        QT_TRANSLATE_NOOP("Words", "Links are not followed. Add the folder it points to if you want to search it."),
    ),
    "special": (
        QT_TRANSLATE_NOOP("Words", "It is not an ordinary file"),
        QT_TRANSLATE_NOOP("Words", "There is nothing in it to read. Nothing needs doing."),
    ),
    "placeholder": (
        QT_TRANSLATE_NOOP("Words", "The file is only in the cloud"),
        QT_TRANSLATE_NOOP("Words", "Hunch downloads no files by itself. Keep it on this computer and it will be read."),
    ),
    "bad_name": (
        QT_TRANSLATE_NOOP("Words", "The file’s name is not valid text"),
        QT_TRANSLATE_NOOP("Words", "Rename the file and it will be read."),
    ),
    # understanding it
    "unsupported": (
        QT_TRANSLATE_NOOP("Words", "Hunch cannot read this kind of file"),
        QT_TRANSLATE_NOOP("Words", "It is found by its name. Save it in another format to find what is in it."),
    ),
    "binary": (
        QT_TRANSLATE_NOOP("Words", "There is no text in it"),
        QT_TRANSLATE_NOOP("Words", "It is found by its name. Nothing needs doing."),
    ),
    "empty": (
        QT_TRANSLATE_NOOP("Words", "The file is empty"),
        QT_TRANSLATE_NOOP("Words", "It is found by its name. Nothing needs doing."),
    ),
    "encrypted": (
        QT_TRANSLATE_NOOP("Words", "The file is protected by a password"),
        QT_TRANSLATE_NOOP("Words", "It is found by its name. Save a copy without a password to find what is in it."),
    ),
    "damaged": (
        QT_TRANSLATE_NOOP("Words", "The file is damaged or incomplete"),
        QT_TRANSLATE_NOOP("Words", "See whether its own program opens it. If so, save it anew and it is read again."),
    ),
    "hostile": (
        QT_TRANSLATE_NOOP("Words", "The file is built in a way that could do harm"),
        QT_TRANSLATE_NOOP("Words", "Hunch left it alone. If you trust the file, open it yourself and save it anew."),
    ),
    "too_large": (
        QT_TRANSLATE_NOOP("Words", "The file is too large to be read"),
        QT_TRANSLATE_NOOP("Words", "It is found by its name. You can raise the largest size in Settings."),
    ),
    "cut_short": (
        QT_TRANSLATE_NOOP("Words", "Only the first part of the file was read"),
        QT_TRANSLATE_NOOP("Words", "It holds more text than is kept of one file. What was read can be found."),
    ),
    "timed_out": (
        QT_TRANSLATE_NOOP("Words", "Reading the file took too long"),
        QT_TRANSLATE_NOOP("Words", "Read it again when the computer has less to do."),
    ),
    "out_of_memory": (
        QT_TRANSLATE_NOOP("Words", "Reading the file needed too much memory"),
        QT_TRANSLATE_NOOP("Words", "Close other programs and read it again, or divide the file."),
    ),
    "crashed": (
        QT_TRANSLATE_NOOP("Words", "Reading the file failed"),
        QT_TRANSLATE_NOOP("Words", "Hunch went on with the others. Read it again, or save the file anew."),
    ),
    "no_text": (
        QT_TRANSLATE_NOOP("Words", "No text was found in it"),
        QT_TRANSLATE_NOOP("Words", "If it is a scan, turn on reading text in pictures in Settings."),
    ),
    "partial": (
        QT_TRANSLATE_NOOP("Words", "Some parts of the file could not be read"),
        QT_TRANSLATE_NOOP("Words", "The rest of it can be found. Nothing needs doing."),
    ),
    # the index
    "index_damaged": (
        QT_TRANSLATE_NOOP("Words", "The index was damaged"),
        QT_TRANSLATE_NOOP("Words", "Your files are untouched. Hunch put the index aside and reads your files again."),
    ),
    "index_newer": (
        QT_TRANSLATE_NOOP("Words", "The index was made by a newer Hunch"),
        QT_TRANSLATE_NOOP("Words", "Use the newer version, or choose another data folder."),
    ),
    "index_busy": (
        QT_TRANSLATE_NOOP("Words", "Another Hunch is using the index"),
        QT_TRANSLATE_NOOP("Words", "Close the other one, or wait until it is done."),
    ),
    "disk_full": (
        QT_TRANSLATE_NOOP("Words", "The disk is full"),
        QT_TRANSLATE_NOOP("Words", "Make some room. Hunch goes on by itself."),
    ),
    "disk_low": (
        QT_TRANSLATE_NOOP("Words", "The disk is nearly full"),
        QT_TRANSLATE_NOOP("Words", "Make some room. Hunch goes on by itself, and you can search meanwhile."),
    ),
    "read_only": (
        QT_TRANSLATE_NOOP("Words", "Hunch may not write to its data folder"),
        QT_TRANSLATE_NOOP("Words", "Give yourself permission to write there, or choose another data folder."),
    ),
    # settings, folders
    "settings_invalid": (
        QT_TRANSLATE_NOOP("Words", "The settings have a mistake in them"),
        QT_TRANSLATE_NOOP("Words", "Correct the value that is named, or remove it to get the usual one."),
    ),
    "not_a_folder": (
        QT_TRANSLATE_NOOP("Words", "This is not a folder"),
        QT_TRANSLATE_NOOP("Words", "Choose a folder that is there now."),
    ),
    "not_indexed": (
        QT_TRANSLATE_NOOP("Words", "Hunch does not know this file"),
        QT_TRANSLATE_NOOP("Words", "Add its folder, or wait until it has been read."),
    ),
    "root_missing": (
        QT_TRANSLATE_NOOP("Words", "The folder is not there now"),
        QT_TRANSLATE_NOOP("Words", "Connect the disk it is on, or remove the folder. Its files stay findable."),
    ),
    # models
    "model_unknown": (
        QT_TRANSLATE_NOOP("Words", "Hunch does not know this model"),
        QT_TRANSLATE_NOOP("Words", "Choose one from the Models page."),
    ),
    "model_missing": (
        QT_TRANSLATE_NOOP("Words", "The model is not on this computer"),
        QT_TRANSLATE_NOOP("Words", "Get it on the Models page. Until then files are found by their words."),
    ),
    "model_damaged": (
        QT_TRANSLATE_NOOP("Words", "The model’s file is damaged"),
        QT_TRANSLATE_NOOP("Words", "Remove it on the Models page and get it again."),
    ),
    "model_mismatch": (
        QT_TRANSLATE_NOOP("Words", "This is not the file of that model"),
        QT_TRANSLATE_NOOP("Words", "Choose the file the Models page names. Nothing was changed."),
    ),
    "model_failed": (
        QT_TRANSLATE_NOOP("Words", "The model could not be run"),
        QT_TRANSLATE_NOOP("Words", "Files are still found by their words. Check it on the Models page or use another."),
    ),
    "download_failed": (
        QT_TRANSLATE_NOOP("Words", "The download did not finish"),
        QT_TRANSLATE_NOOP("Words", "Check the connection and try again. It goes on where it stopped."),
    ),
    "bad_query": (
        QT_TRANSLATE_NOOP("Words", "This search cannot be understood"),
        QT_TRANSLATE_NOOP("Words", "Check the part that is named, such as a date or a size."),
    ),
    # the engine and its clients
    "engine_gone": (
        QT_TRANSLATE_NOOP("Words", "The part of Hunch that searches has stopped"),
        QT_TRANSLATE_NOOP("Words", "It is started again by itself. If it is not, restart Hunch."),
    ),
    "engine_not_started": (
        QT_TRANSLATE_NOOP("Words", "The part of Hunch that searches could not be started"),
        QT_TRANSLATE_NOOP("Words", "Try again. If that does not help, its log says more."),
    ),
    "engine_busy": (
        QT_TRANSLATE_NOOP("Words", "Hunch has a lot to do just now"),
        QT_TRANSLATE_NOOP("Words", "Try again in a moment."),
    ),
    "engine_failed": (
        QT_TRANSLATE_NOOP("Words", "Hunch made a mistake"),
        QT_TRANSLATE_NOOP("Words", "Try again. If it comes back, the log says more."),
    ),
    "protocol": (
        QT_TRANSLATE_NOOP("Words", "Two versions of Hunch are running"),
        QT_TRANSLATE_NOOP("Words", "Quit Hunch and start it again."),
    ),
    "cancelled": (
        QT_TRANSLATE_NOOP("Words", "Stopped"),
        QT_TRANSLATE_NOOP("Words", "You can start it again at any time."),
    ),
    "paused": (
        QT_TRANSLATE_NOOP("Words", "Indexing is paused"),
        QT_TRANSLATE_NOOP("Words", "You can search meanwhile. Resume when it suits you."),
    ),
    "data_gone": (
        QT_TRANSLATE_NOOP("Words", "Hunch’s data folder is gone"),
        QT_TRANSLATE_NOOP("Words", "Connect the disk it is on, or restart Hunch to begin with a new one."),
    ),
    # why the work waits
    "battery": (
        QT_TRANSLATE_NOOP("Words", "Waiting for mains power"),
        QT_TRANSLATE_NOOP("Words", "Indexing goes on when the computer is plugged in. You can search meanwhile."),
    ),
    "fullscreen": (
        QT_TRANSLATE_NOOP("Words", "Waiting while another program fills the screen"),
        QT_TRANSLATE_NOOP("Words", "Indexing goes on afterwards. You can search meanwhile."),
    ),
    "busy": (
        QT_TRANSLATE_NOOP("Words", "Waiting until the computer has less to do"),
        QT_TRANSLATE_NOOP("Words", "Indexing goes on by itself. You can search meanwhile."),
    ),
    "no_permission": (
        QT_TRANSLATE_NOOP("Words", "You have no permission to look into this folder"),
        QT_TRANSLATE_NOOP("Words", "Ask whoever owns it for access, or choose another folder."),
    ),
}
OTHERWISE = (
    QT_TRANSLATE_NOOP("Words", "Something did not work"),
    QT_TRANSLATE_NOOP("Words", "Try again. If it comes back, the log says more."),
)
