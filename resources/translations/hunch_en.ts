<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>Finds a file from what you remember of it, by its words and by what it is about, on this computer alone.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing leaves this computer: no file, no search, no count. Hunch uses the network only to download a model, when you ask for it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy the versions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>For a report of a fault. It names no person and no folder.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hunch is free software under the Apache License 2.0. It stands on the work of many others:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Version {number}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>The path is copied.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The passage is copied.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Left out. The Folders page lists all patterns, and takes this one back.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{name} is no longer there.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The system gives no reason.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{name} could not be opened. {reason}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>AddFolders</name>
    <message>
        <source>Add folders</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Read these folders and keep them current?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is in them stays on this computer. The files themselves are only read, never changed.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>Add %Ln folder(s)</source>
        <translation><numerusform>Add %Ln folder</numerusform><numerusform>Add %Ln folders</numerusform></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hunch speaks it from the next start on.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Body</name>
    <message>
        <source>Reading the file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The disk it is on is not connected. This is what Hunch read of it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing selected</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A result that is selected is shown here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only the beginning of this long text is shown here. Open the file to read on.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No preview</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not read yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is shown here as soon as its turn has come.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No text inside</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hunch finds this file by its name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file was moved or deleted. This is what Hunch read of it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{what}. {remedy}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Click to copy</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Delete removes it</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ChooseFolders</name>
    <message>
        <source>Which folders should be read?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is in them can be found by its words as soon as it is read. Change this at any time.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Start reading</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Continue without folders</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The sample library could not be copied.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add another folder…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The sample library</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Some documents and pictures to try Hunch with</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>Together %Ln file(s), {size}</source>
        <translation><numerusform>Together %Ln file, {size}</numerusform><numerusform>Together %Ln files, {size}</numerusform></translation>
    </message>
</context>
<context>
    <name>ChooseModels</name>
    <message>
        <source>Find by meaning, too</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Words can be found already. With a model Hunch also finds what you mean: “car repair” finds the garage’s invoice, “sunset at the sea” finds the photo. Downloading one is the only thing Hunch uses the network for; a file from elsewhere can be imported instead.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show all models</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Continue with words only</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>For what is written</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>For pictures, if you like</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The models are listed here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hunch is still asking which there are.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ChosenProblem</name>
    <message>
        <source>Leave out</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%Ln file(s) selected</source>
        <translation><numerusform>%Ln file selected</numerusform><numerusform>%Ln files selected</numerusform></translation>
    </message>
    <message>
        <source>{what}. {remedy}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Hunch closed by itself last time</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A part of the program failed and took the window with it. Your files and your index are as they were.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Something in this window went wrong</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You can go on. If something looks odd from here on, quit and open Hunch again. Your files and your index are as they were.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The report names places in the program and versions: nothing you searched for, and nothing from your files. It goes nowhere unless you send it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is kept in {file}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The folder could not be opened. The report is in {file}.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Data</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show the data folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Index</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show the index</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It can be made again from your files at any time: quit Hunch, delete index.db, open Hunch.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show the log</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What Hunch did and what went wrong, without a word of what your files say.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Settings file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show the settings file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You may edit it while Hunch runs. It is made when the first setting is changed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is not there yet, or cannot be shown.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Index {index}, models {models}. {free} are free on this disk.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>EngineBanner</name>
    <message>
        <source>Hunch’s engine was ended. Nothing can be found and nothing is indexed until it runs again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Start it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hunch’s engine could not be started. {reason}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The engine has not answered for a while. It may be busy; starting it anew loses nothing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Restart it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The engine is being started. Searching works as soon as it is there.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The engine stopped and is being started again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>Filters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Any</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Set up later</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>FolderChoice</name>
    <message>
        <source>Counting…</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>FoldersPage</name>
    <message>
        <source>Add folder…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The folders you search are listed here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose one, or drop it here. Hunch reads what is in it and keeps up with changes.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hunch reads these folders and keeps up with changes. It never changes your files. Drop a folder anywhere on this page to add it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The folder could not be opened.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy the path</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy the passage</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Find similar files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Why is it here?</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>{name} in {folder}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>taken {when}</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation><numerusform>%n page</numerusform><numerusform>%n pages</numerusform></translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>HitView</name>
    <message>
        <source>Results</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Usual keys</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>KeyLine</name>
    <message>
        <source>Ctrl+</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>preview</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>more</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>close</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>KeyboardHelp</name>
    <message>
        <source>Keyboard and search help</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Asking more exactly</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write what you remember, in your own words. Add any of these where you know more; they can be combined.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>LicenceList</name>
    <message>
        <source>Find a component or licence</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Components</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Licence text</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Its text could not be read.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Hunch</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keyboard and search help</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Media</name>
    <message>
        <source>The picture could not be kept to search with it. Look whether the disk is full.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ModeChip</name>
    <message>
        <source>Where to look: {mode}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Use</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Import a file…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Import a folder…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check its files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Import {model}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Models (*.gguf *.safetensors)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove {model} from this computer?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It frees {size}. It can be downloaded or imported again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Use {model}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Download, {size}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>From {source} on Hugging Face</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Download {model}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stop the download of {model}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>More about {model}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A model lets Hunch find by meaning: it turns what a passage or picture is about into a vector, and near vectors are near in meaning. Change it at any time; the one in use answers until the new one is ready, and no file is read again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Downloading a model is the only thing Hunch uses the network for, and only when you press Download.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>For texts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>For pictures</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The models are listed here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hunch is still asking which there are.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Suggestions</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>PageEntry</name>
    <message>
        <source>Page</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>page {number} of {pages}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Picture of the file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy the passage</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message>
        <source>Problems</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy list</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Everything could be read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Files that cannot be read are listed here, with the reason and what to do about it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No problem fits</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>None of the problems has this in its name and folder.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name or folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Search the problems</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy the path</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Leave this file out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Leave its folder out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All reasons ({count})</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{reason} ({count})</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>Read %Ln file(s) again</source>
        <translation><numerusform>Read %Ln file again</numerusform><numerusform>Read %Ln files again</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) will be read again</source>
        <translation><numerusform>%Ln file will be read again</numerusform><numerusform>%Ln files will be read again</numerusform></translation>
    </message>
    <message>
        <source>{name} could not be opened</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The folder of {name} could not be shown</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%Ln line(s) copied</source>
        <translation><numerusform>%Ln line copied</numerusform><numerusform>%Ln lines copied</numerusform></translation>
    </message>
    <message>
        <source>Left out. The Folders page lists all patterns, and takes this one back.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ProblemsTable</name>
    <message>
        <source>File</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ProblemsView</name>
    <message>
        <source>Problems</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>QuickSearch</name>
    <message>
        <source>Hunch quick search</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What do you remember?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing matches. Tab searches with filters in the window.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>RecentPage</name>
    <message>
        <source>Files changed lately</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Earlier searches</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Changed lately</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No folder is chosen yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose the folders you want to search. What is in them stays on this computer.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose folders</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What do you remember?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Type a few words, or what it was about. Files changed lately will be here.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ResultMenu</name>
    <message>
        <source>Open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy the path</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy the passage</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Find similar files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Why is it here?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove from this list</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Leave its folder out</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message>
        <source>no longer there</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>disk not connected</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>RootRow</name>
    <message>
        <source>{folder}: how much of it is read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open {folder}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look for changes in {folder}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove {folder} from Hunch</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{folder} will no longer be searched. The files on the disk are untouched.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not there now, its files stay findable</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Looking for changes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waits, {done} of {whole} files read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading {done} of {whole}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Up to date</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%Ln file(s) can be found</source>
        <translation><numerusform>%Ln file can be found</numerusform><numerusform>%Ln files can be found</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation><numerusform>%Ln could not be read</numerusform><numerusform>%Ln could not be read</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln found by name only</source>
        <translation><numerusform>%Ln found by name only</numerusform><numerusform>%Ln found by name only</numerusform></translation>
    </message>
</context>
<context>
    <name>RulesCard</name>
    <message>
        <source>Patterns of what is left out, one a line</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Discard changes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Leave out a folder…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is left out anyway</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Files and folders that match a pattern are not read. One pattern a line, as in a .gitignore:</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%Ln file(s) that can be found now would be left out</source>
        <translation><numerusform>%Ln file that can be found now would be left out</numerusform><numerusform>%Ln files that can be found now would be left out</numerusform></translation>
    </message>
    <message>
        <source>No file that can be found now would be left out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Saved. Hunch looks through the folders again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only a folder inside one that is indexed can be left out.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>files whose name ends like this, in every folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>every folder of this name, with all that is in it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>only the one directly inside a chosen folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>takes back what a line above leaves out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hidden files, unless Settings say otherwise; folders of version control and packages such as .git and node_modules; caches and build output; temporary and half-downloaded files; folders of the system such as the recycle bin; and what a .gitignore or .hunchignore in a folder names. A line that begins with ! takes any of it back.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>What do you remember?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Earlier searches</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Show as a grid</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show or hide the preview</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Searching</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing here clearly matches. These come nearest.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show as a list</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SearchingSection</name>
    <message>
        <source>Searching</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remember searches</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>They are offered while you type, and are kept on this computer only.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Forget all</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Forget all earlier searches</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Earlier searches</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n search(es) kept</source>
        <translation><numerusform>%n search kept</numerusform><numerusform>%n searches kept</numerusform></translation>
    </message>
    <message>
        <source>Nothing is kept</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Show more settings</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Changes take effect at once.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show fewer settings</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Starters</name>
    <message>
        <source>Recent searches and files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Recent searches</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Recent files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What you searched for and the files changed last will be here.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Shows them</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation><numerusform>%Ln file</numerusform><numerusform>%Ln files</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation><numerusform>%Ln problem</numerusform><numerusform>%Ln problems</numerusform></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Continue</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Previous passage</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Next passage</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Passage {number} of {all}: {place}</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n passage(s):</source>
        <translation><numerusform>%n passage:</numerusform><numerusform>%n passages:</numerusform></translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Previous page</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show as it looks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show the text only</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hide where text is</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show where text is</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Text of the file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy the passage</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open Hunch</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Quick search</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Recent problems</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Quit Hunch</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hunch is starting</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All problems</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Watch</name>
    <message>
        <source>Reading has begun</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The newest files come first. Search for something now, or go on; Hunch keeps reading.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What do you remember?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Start searching</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%Ln file(s) can be found</source>
        <translation><numerusform>%Ln file can be found</numerusform><numerusform>%Ln files can be found</numerusform></translation>
    </message>
    <message>
        <source>Newest files read so far</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing found yet. More files are being read.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The first files appear in a moment</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Find a file from what you remember of it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hunch reads your documents and pictures and finds them by what is in them.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write it as you remember it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“the letter about the boiler”, “red kayak at the lake”: the words need not be in it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No account, no cloud. Your files are read here, and what is known of them stays here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It gives way</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading goes on in the background, waits while you need the computer, can be paused.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>WhyPopup</name>
    <message>
        <source>Why is it here?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{reason}: {strength}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Words found: {words}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Best places: {places}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Its name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Text in the picture</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Its words</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What the text in it means</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What it means</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What it looks like</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>fits well</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>fits</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>fits a little</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>WindowSection</name>
    <message>
        <source>Window and quick search</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keys of the quick search</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>They work in every program. Go to the field and press the keys.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Start with the system</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Without a window; the quick search is then always there.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stay in the tray when the window is closed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The quick search then comes up at once.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stop indexing when Hunch is quit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Otherwise it goes on in the background, and the next search finds what is new.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The system did not allow it.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Show or hide the quick search</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No program could open it. Choose one for files of this kind in the file manager.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The program xdg-open is not installed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file is gone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It was moved or deleted while Hunch was about to read it. Nothing needs doing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You have no permission to read it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ask whoever owns the file for access, then read it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The disk did not give the file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check that the disk is connected and sound, then read it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file kept changing while it was read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hunch reads it when the program that writes it is done.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is a link to somewhere else</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Links are not followed. Add the folder it points to if you want to search it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is not an ordinary file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is nothing in it to read. Nothing needs doing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file is only in the cloud</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hunch downloads no files by itself. Keep it on this computer and it will be read.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file’s name is not valid text</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rename the file and it will be read.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hunch cannot read this kind of file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is found by its name. Save it in another format to find what is in it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no text in it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is found by its name. Nothing needs doing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file is empty</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file is protected by a password</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is found by its name. Save a copy without a password to find what is in it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file is damaged or incomplete</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>See whether its own program opens it. If so, save it anew and it is read again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file is built in a way that could do harm</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hunch left it alone. If you trust the file, open it yourself and save it anew.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file is too large to be read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is found by its name. You can raise the largest size in Settings.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only the first part of the file was read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It holds more text than is kept of one file. What was read can be found.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading the file took too long</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Read it again when the computer has less to do.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading the file needed too much memory</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Close other programs and read it again, or divide the file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading the file failed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hunch went on with the others. Read it again, or save the file anew.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No text was found in it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>If it is a scan, turn on reading text in pictures in Settings.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Some parts of the file could not be read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The rest of it can be found. Nothing needs doing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The index was damaged</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Your files are untouched. Hunch put the index aside and reads your files again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The index was made by a newer Hunch</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Use the newer version, or choose another data folder.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Another Hunch is using the index</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Close the other one, or wait until it is done.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Make some room. Hunch goes on by itself.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The disk is nearly full</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Make some room. Hunch goes on by itself, and you can search meanwhile.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hunch may not write to its data folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Give yourself permission to write there, or choose another data folder.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The settings have a mistake in them</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Correct the value that is named, or remove it to get the usual one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is not a folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose a folder that is there now.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hunch does not know this file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add its folder, or wait until it has been read.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The folder is not there now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Connect the disk it is on, or remove the folder. Its files stay findable.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hunch does not know this model</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose one from the Models page.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The model is not on this computer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Get it on the Models page. Until then files are found by their words.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The model’s file is damaged</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove it on the Models page and get it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is not the file of that model</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose the file the Models page names. Nothing was changed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The model could not be run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Files are still found by their words. Check it on the Models page or use another.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The download did not finish</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the connection and try again. It goes on where it stopped.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This search cannot be understood</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the part that is named, such as a date or a size.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The part of Hunch that searches has stopped</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is started again by itself. If it is not, restart Hunch.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The part of Hunch that searches could not be started</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try again. If that does not help, its log says more.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hunch has a lot to do just now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hunch made a mistake</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try again. If it comes back, the log says more.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Two versions of Hunch are running</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Quit Hunch and start it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You can start it again at any time.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Indexing is paused</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You can search meanwhile. Resume when it suits you.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hunch’s data folder is gone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Connect the disk it is on, or restart Hunch to begin with a new one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waiting for mains power</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Indexing goes on when the computer is plugged in. You can search meanwhile.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waiting while another program fills the screen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Indexing goes on afterwards. You can search meanwhile.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waiting until the computer has less to do</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Indexing goes on by itself. You can search meanwhile.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You have no permission to look into this folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ask whoever owns it for access, or choose another folder.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Something did not work</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{folder}: {what}. {remedy}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{files}, {size}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>more than {amount}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is indexed already.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is indexed already, as part of {folder}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This holds your whole home folder, with much that nobody looks for. It may take hours; choosing the folders you work in is usually better.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>That is a lot. You can search while it is read, newest files first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It holds {folders}, which then becomes a part of it and is not read again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is nothing to read in it yet. New files are read when they come.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"heating costs"</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>these words, in this order</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>boiler -gas</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>without this word</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>one kind: pdf, picture, document, table, slides, mail, code …</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>files whose names end so</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>in:Invoices</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>in folders of this name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>name:lease</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>this in the file's name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>changed in or after March 2024; before:2023 likewise</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>larger than ten megabytes; size:&lt;100kb likewise</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>like:photo.jpg</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>files that are like this one</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>beach +sunset -people</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>nearer to one thing, further from another</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>licence: {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>vectors of {dim} numbers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In use until the new one is ready</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Being prepared</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Installed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{what}. {remedy}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Its files are whole.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Looking for the file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Importing. A large model takes a minute.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Checking its files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Removing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Changing over</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Downloaded. Now it is checked and made ready for this computer.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{done} of {total}, {speed} a second, {left} left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{done} of {whole} passages; the old one answers until then.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{done} of {whole} pictures; the old one answers until then.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%Ln could not be read</source>
        <translation type="unfinished">%Ln could not be read</translation>
    </message>
    <message>
        <source>%Ln are read but for a part</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%Ln are found by name only</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Indexing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Below {share}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wait on battery</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Searching works at all times, whatever indexing waits for.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Always</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wait while other programs are busy</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Indexing goes on when the processor has time again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wait while something fills the screen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Films, games and presentations are left in peace.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Share of the time to work in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Less keeps the computer cooler and quieter, and takes longer.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Read the text in pictures</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Screenshots, receipts and scanned pages, after everything else; a page takes some seconds.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Read hidden files and folders</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Those of programs mostly; their names begin with a dot.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Largest file to read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Larger ones are found by their name, and listed under Problems.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Files read at the same time</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>By the processor</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Longest time for one file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What takes longer is given up and listed under Problems.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source> s</source>
        <comment>unit after a number: seconds</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Most memory for reading one file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source> MB</source>
        <comment>unit after a number</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Compare all folders every</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Changes are noticed at once; this finds the few that no system tells of.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source> min</source>
        <comment>unit after a number: minutes</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep models in memory for</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The first search after that takes a second longer.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stop when the disk has less free than</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The desktop has set them to {keys}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Another program has these keys. Choose others.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This keyboard cannot send these keys. Choose others.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The desktop is asking you whether Hunch may use these keys.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This desktop lets no program choose keys for itself. In its keyboard settings, bind any keys to the command: hunch toggle</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Spreadsheets</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Slides</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Mail</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Source code</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Archives</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This week</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last year</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Before last year</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Another type…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Another time…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Another folder…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Another size…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Type: {value}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ending: {value}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In {value}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Since {value}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Before {value}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Changed {value}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Size {value}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name has {value}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Like {value}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not: {filter}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This year</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Smaller than 100 kB</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Larger than 1 MB</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Larger than 10 MB</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Larger than 100 MB</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>below here is chance</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No longer there</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Disk not connected</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{name} in {folder}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Searching</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The selected file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Quick search</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go to the search field</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Earlier searches</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy the passage</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy the path</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Find similar files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Why is it here?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show or hide the preview</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Next passage found</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Previous passage found</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Previous page</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Fit the width</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pause indexing, or go on</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keyboard help</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show more in the window</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hide the quick search</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Markdown text</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>reStructuredText</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Web page</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Table of values</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>JSON data</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>PDF document</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Word document</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rich text</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>PowerPoint slides</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>OpenDocument slides</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Excel workbook</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>OpenDocument spreadsheet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Electronic book</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Mailbox</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Notebook</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>XML data</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>d MMM yy</source>
        <comment>date format of Qt: day month year</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>less than a minute</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>page {number}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>slide {number}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>frame {number}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>line {number}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>sheet {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>cell {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>text in picture</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>words</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>meaning</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>looks like it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Everything is up to date</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{count}/min</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{duration} left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Looking for changes in {folder}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Indexing {folder}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Looking for changes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Preparing search by meaning</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Looking at pictures</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading text in pictures</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paused until {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paused until tomorrow, {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No folder is chosen yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose the folders you want to search. What is in them stays on this computer.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose folders</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing here matches</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%n file(s) are still to be read; what is in them will be found then.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No file fits all the filters and words together.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove the filters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only one way of searching was tried.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Search everything</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing found so far</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try fewer words, or others: what was it about? A folder that is not chosen is not searched.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look at the folders</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Words only</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>By meaning only</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pictures by sight</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>WorkCard</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%Ln file(s) to read</source>
        <translation><numerusform>%Ln file to read</numerusform><numerusform>%Ln files to read</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) to prepare for search by meaning</source>
        <translation><numerusform>%Ln passage to prepare for search by meaning</numerusform><numerusform>%Ln passages to prepare for search by meaning</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) to look at</source>
        <translation><numerusform>%Ln picture to look at</numerusform><numerusform>%Ln pictures to look at</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>text in %Ln picture(s) to read</source>
        <translation><numerusform>text in %Ln picture to read</numerusform><numerusform>text in %Ln pictures to read</numerusform></translation>
    </message>
</context>
<context>
    <name>_Components</name>
    <message>
        <source>see its text</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Component</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>_Veil</name>
    <message>
        <source>Drop to add</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>parent</name>
    <message>
        <source>Pause for 15 minutes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pause for 1 hour</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pause until tomorrow</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pause until I resume</source>
        <translation type="unfinished" />
    </message>
</context>
</TS>
