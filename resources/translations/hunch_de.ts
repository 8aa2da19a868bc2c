<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>Finds a file from what you remember of it, by its words and by what it is about, on this computer alone.</source>
        <translation>Findet eine Datei anhand dessen, woran Sie sich erinnern: nach ihren Wörtern und danach, wovon sie handelt – allein auf diesem Computer.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer: no file, no search, no count. Hunch uses the network only to download a model, when you ask for it.</source>
        <translation>Nichts verlässt diesen Computer: keine Datei, keine Suche, keine Zählung. Hunch nutzt das Netz nur, um ein Modell herunterzuladen, wenn Sie es verlangen.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the versions</source>
        <translation>Versionen kopieren</translation>
    </message>
    <message>
        <source>For a report of a fault. It names no person and no folder.</source>
        <translation>Für einen Fehlerbericht. Es werden keine Personen und keine Ordner genannt.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Hunch is free software under the Apache License 2.0. It stands on the work of many others:</source>
        <translation>Hunch ist freie Software unter der Apache-Lizenz 2.0. Es baut auf der Arbeit vieler anderer auf:</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Version {number}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>The path is copied.</source>
        <translation>Der Pfad ist kopiert.</translation>
    </message>
    <message>
        <source>The passage is copied.</source>
        <translation>Die Textstelle ist kopiert.</translation>
    </message>
    <message>
        <source>Left out. The Folders page lists all patterns, and takes this one back.</source>
        <translation>Ausgeschlossen. Die Seite „Ordner“ zeigt alle Muster; dort lässt sich auch dieses zurücknehmen.</translation>
    </message>
    <message>
        <source>{name} is no longer there.</source>
        <translation>{name} ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The system gives no reason.</source>
        <translation>Das System nennt keinen Grund.</translation>
    </message>
    <message>
        <source>{name} could not be opened. {reason}</source>
        <translation>{name} konnte nicht geöffnet werden. {reason}</translation>
    </message>
</context>
<context>
    <name>AddFolders</name>
    <message>
        <source>Add folders</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Read these folders and keep them current?</source>
        <translation>Diese Ordner lesen und aktuell halten?</translation>
    </message>
    <message>
        <source>What is in them stays on this computer. The files themselves are only read, never changed.</source>
        <translation>Was darin ist, bleibt auf diesem Computer. Die Dateien selbst werden nur gelesen, nie geändert.</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln folder(s)</source>
        <translation>
            <numerusform>%Ln Ordner hinzufügen</numerusform>
            <numerusform>%Ln Ordner hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>Searched for: {query}</source>
        <translation>Gesucht: {query}</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Hunch speaks it from the next start on.</source>
        <translation>Gilt ab dem nächsten Start von Hunch.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>Body</name>
    <message>
        <source>Reading the file</source>
        <translation>Datei wird gelesen</translation>
    </message>
    <message>
        <source>The disk it is on is not connected. This is what Hunch read of it.</source>
        <translation>Der Datenträger mit der Datei ist nicht angeschlossen. Dies hat Hunch von ihr gelesen.</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>A result that is selected is shown here.</source>
        <translation>Ein ausgewählter Treffer wird hier angezeigt.</translation>
    </message>
    <message>
        <source>Only the beginning of this long text is shown here. Open the file to read on.</source>
        <translation>Hier wird nur der Anfang dieses langen Textes angezeigt. Öffnen Sie die Datei, um weiterzulesen.</translation>
    </message>
    <message>
        <source>No preview</source>
        <translation>Keine Vorschau</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>It is shown here as soon as its turn has come.</source>
        <translation>Die Datei wird hier angezeigt, sobald sie an der Reihe war.</translation>
    </message>
    <message>
        <source>No text inside</source>
        <translation>Kein Text enthalten</translation>
    </message>
    <message>
        <source>Hunch finds this file by its name.</source>
        <translation>Hunch findet diese Datei über ihren Namen.</translation>
    </message>
    <message>
        <source>The file was moved or deleted. This is what Hunch read of it.</source>
        <translation>Die Datei wurde verschoben oder gelöscht. Dies hat Hunch von ihr gelesen.</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Click to copy</source>
        <translation>Zum Kopieren klicken</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Delete removes it</source>
        <translation>Entf entfernt den Filter</translation>
    </message>
</context>
<context>
    <name>ChooseFolders</name>
    <message>
        <source>Which folders should be read?</source>
        <translation>Welche Ordner sollen gelesen werden?</translation>
    </message>
    <message>
        <source>What is in them can be found by its words as soon as it is read. Change this at any time.</source>
        <translation>Was darin steht, wird gefunden, sobald es gelesen ist. Sie können das jederzeit ändern.</translation>
    </message>
    <message>
        <source>Start reading</source>
        <translation>Lesen beginnen</translation>
    </message>
    <message>
        <source>Continue without folders</source>
        <translation>Ohne Ordner fortfahren</translation>
    </message>
    <message>
        <source>The sample library could not be copied.</source>
        <translation>Die Beispielsammlung konnte nicht kopiert werden.</translation>
    </message>
    <message>
        <source>Add another folder…</source>
        <translation>Weiteren Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>The sample library</source>
        <translation>Die Beispielsammlung</translation>
    </message>
    <message>
        <source>Some documents and pictures to try Hunch with</source>
        <translation>Einige Dokumente und Bilder, um Hunch auszuprobieren</translation>
    </message>
    <message numerus="yes">
        <source>Together %Ln file(s), {size}</source>
        <translation>
            <numerusform>Zusammen %Ln Datei, {size}</numerusform>
            <numerusform>Zusammen %Ln Dateien, {size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseModels</name>
    <message>
        <source>Find by meaning, too</source>
        <translation>Auch nach Bedeutung finden</translation>
    </message>
    <message>
        <source>Words can be found already. With a model Hunch also finds what you mean: “car repair” finds the garage’s invoice, “sunset at the sea” finds the photo. Downloading one is the only thing Hunch uses the network for; a file from elsewhere can be imported instead.</source>
        <translation>Wörter lassen sich schon finden. Mit einem Modell findet Hunch auch, was Sie meinen: „Auto repariert“ findet die Rechnung der Werkstatt, „Sonnenuntergang am Meer“ findet das Foto. Nur um ein Modell herunterzuladen, nutzt Hunch das Netz; stattdessen kann auch eine Datei von anderswo importiert werden.</translation>
    </message>
    <message>
        <source>Show all models</source>
        <translation>Alle Modelle anzeigen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Continue with words only</source>
        <translation>Nur mit Wörtern fortfahren</translation>
    </message>
    <message>
        <source>For what is written</source>
        <translation>Für Geschriebenes</translation>
    </message>
    <message>
        <source>For pictures, if you like</source>
        <translation>Für Bilder, wenn Sie möchten</translation>
    </message>
    <message>
        <source>The models are listed here</source>
        <translation>Hier stehen die Modelle</translation>
    </message>
    <message>
        <source>Hunch is still asking which there are.</source>
        <translation>Hunch fragt noch ab, welche es gibt.</translation>
    </message>
</context>
<context>
    <name>ChosenProblem</name>
    <message>
        <source>Leave out</source>
        <translation>Ausschließen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) selected</source>
        <translation>
            <numerusform>%Ln Datei ausgewählt</numerusform>
            <numerusform>%Ln Dateien ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>etwa %n Minute</numerusform>
            <numerusform>etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s)</source>
        <translation>
            <numerusform>etwa %n Stunde</numerusform>
            <numerusform>etwa %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n day(s)</source>
        <translation>
            <numerusform>etwa %n Tag</numerusform>
            <numerusform>etwa %n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are still to be read; what is in them will be found then.</source>
        <translation>
            <numerusform>%Ln Datei ist noch zu lesen; danach wird auch gefunden, was darin steht.</numerusform>
            <numerusform>%Ln Dateien sind noch zu lesen; danach wird auch gefunden, was darin steht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more version(s)</source>
        <translation>
            <numerusform>%Ln weitere Version</numerusform>
            <numerusform>%Ln weitere Versionen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Hunch closed by itself last time</source>
        <translation>Hunch hat sich beim letzten Mal von selbst beendet</translation>
    </message>
    <message>
        <source>A part of the program failed and took the window with it. Your files and your index are as they were.</source>
        <translation>Ein Teil des Programms ist ausgefallen, und das Fenster wurde dabei geschlossen. Ihre Dateien und Ihr Index sind unverändert.</translation>
    </message>
    <message>
        <source>Something in this window went wrong</source>
        <translation>In diesem Fenster ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>You can go on. If something looks odd from here on, quit and open Hunch again. Your files and your index are as they were.</source>
        <translation>Sie können weiterarbeiten. Wenn ab jetzt etwas seltsam aussieht, beenden Sie Hunch und öffnen Sie es erneut. Ihre Dateien und Ihr Index sind unverändert.</translation>
    </message>
    <message>
        <source>The report names places in the program and versions: nothing you searched for, and nothing from your files. It goes nowhere unless you send it.</source>
        <translation>Der Bericht nennt Stellen im Programm und Versionen: nichts, wonach Sie gesucht haben, und nichts aus Ihren Dateien. Er geht nirgendwohin, wenn Sie ihn nicht selbst senden.</translation>
    </message>
    <message>
        <source>It is kept in {file}</source>
        <translation>Er liegt in {file}</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>The folder could not be opened. The report is in {file}.</source>
        <translation>Der Ordner konnte nicht geöffnet werden. Der Bericht liegt in {file}.</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Show the data folder</source>
        <translation>Datenordner anzeigen</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Show the index</source>
        <translation>Index anzeigen</translation>
    </message>
    <message>
        <source>It can be made again from your files at any time: quit Hunch, delete index.db, open Hunch.</source>
        <translation>Er kann jederzeit aus Ihren Dateien neu erstellt werden: Hunch beenden, index.db löschen, Hunch öffnen.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Protokoll anzeigen</translation>
    </message>
    <message>
        <source>What Hunch did and what went wrong, without a word of what your files say.</source>
        <translation>Was Hunch getan hat und was schiefgegangen ist, ohne ein Wort aus Ihren Dateien.</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Einstellungsdatei</translation>
    </message>
    <message>
        <source>Show the settings file</source>
        <translation>Einstellungsdatei anzeigen</translation>
    </message>
    <message>
        <source>You may edit it while Hunch runs. It is made when the first setting is changed.</source>
        <translation>Sie können sie bearbeiten, während Hunch läuft. Sie wird angelegt, sobald die erste Einstellung geändert wird.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>It is not there yet, or cannot be shown.</source>
        <translation>Es ist noch nicht da oder lässt sich nicht anzeigen.</translation>
    </message>
    <message>
        <source>Index {index}, models {models}. {free} are free on this disk.</source>
        <translation>Index {index}, Modelle {models}. Auf diesem Datenträger sind {free} frei.</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Look again</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <source>Show or hide the preview</source>
        <translation>Vorschau ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Looking for files that are alike</source>
        <translation>Gleiche und ähnliche Dateien werden gesucht</translation>
    </message>
    <message>
        <source>Name or folder</source>
        <translation>Name oder Ordner</translation>
    </message>
    <message>
        <source>Search the duplicates</source>
        <translation>In den Duplikaten suchen</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>None of the groups has this in a name and folder.</source>
        <translation>Keine der Gruppen hat dies in einem Namen oder Ordner.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>With many files this takes a few seconds.</source>
        <translation>Bei vielen Dateien dauert das einige Sekunden.</translation>
    </message>
    <message>
        <source>No folder is chosen yet</source>
        <translation>Noch ist kein Ordner gewählt</translation>
    </message>
    <message>
        <source>Copies, other versions and pictures that look the same will be listed here, with the space they take.</source>
        <translation>Hier stehen Kopien, andere Fassungen und Bilder, die gleich aussehen, mit dem Platz, den sie belegen.</translation>
    </message>
    <message>
        <source>Choose folders</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Nothing is there more than once</source>
        <translation>Nichts ist mehrfach vorhanden</translation>
    </message>
    <message>
        <source>{files} in {groups}; all but the newest of each take {space}.</source>
        <translation>{files} in {groups}; alle außer der jeweils neuesten belegen {space}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <translation>
            <numerusform>%Ln Gruppe</numerusform>
            <numerusform>%Ln Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>{told} Only the {count} groups that take the most space are listed.</source>
        <translation>{told} Aufgeführt sind nur die {count} Gruppen, die am meisten Platz belegen.</translation>
    </message>
    <message>
        <source>{told} Hunch deletes nothing: to tidy up, show a file in its folder.</source>
        <translation>{told} Hunch löscht nichts: Zum Aufräumen eine Datei in ihrem Ordner anzeigen.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Find similar files</source>
        <translation>Ähnliche Dateien suchen</translation>
    </message>
</context>
<context>
    <name>EngineBanner</name>
    <message>
        <source>Hunch’s engine was ended. Nothing can be found and nothing is indexed until it runs again.</source>
        <translation>Der Suchdienst von Hunch wurde beendet. Bis er wieder läuft, kann nichts gefunden und nichts indiziert werden.</translation>
    </message>
    <message>
        <source>Start it</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The engine has not answered for a while. It may be busy; starting it anew loses nothing.</source>
        <translation>Der Suchdienst hat eine Weile nicht geantwortet. Vielleicht ist er beschäftigt; bei einem Neustart geht nichts verloren.</translation>
    </message>
    <message>
        <source>Restart it</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>The engine is being started. Searching works as soon as it is there.</source>
        <translation>Der Suchdienst wird gestartet. Sobald er da ist, können Sie suchen.</translation>
    </message>
    <message>
        <source>The engine stopped and is being started again.</source>
        <translation>Der Suchdienst hat angehalten und wird neu gestartet.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>The file</source>
        <translation>Die Datei</translation>
    </message>
    <message>
        <source>What you typed</source>
        <translation>Die Eingabe</translation>
    </message>
    <message>
        <source>Ways of finding it</source>
        <translation>Wege zu ihr</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>First of all is {name}.</source>
        <translation>An erster Stelle steht {name}.</translation>
    </message>
    <message>
        <source>Its best passage</source>
        <translation>Ihre beste Stelle</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Auf dem Datenträger</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>in none that is searched</source>
        <translation>in keinem, der durchsucht wird</translation>
    </message>
    <message>
        <source>disk not connected</source>
        <translation>Datenträger nicht angeschlossen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>nothing is known of it</source>
        <translation>nichts ist über sie bekannt</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text in pictures</source>
        <translation>Text in Bildern</translation>
    </message>
    <message>
        <source>{done} of {all} with {model}</source>
        <translation>{done} von {all} mit {model}</translation>
    </message>
    <message>
        <source>not in use yet</source>
        <translation>noch nicht in Gebrauch</translation>
    </message>
    <message>
        <source>Read for meaning</source>
        <translation>Nach Bedeutung</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Angesehen</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>{tries} of {most} tries</source>
        <translation>{tries} von {most} Versuchen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln Abschnitt</numerusform>
            <numerusform>%Ln Abschnitte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln Zeichen</numerusform>
            <numerusform>%Ln Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln Seite</numerusform>
            <numerusform>%Ln Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) read</source>
        <translation>
            <numerusform>%Ln Abschnitt gelesen</numerusform>
            <numerusform>%Ln Abschnitte gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) still to be read</source>
        <translation>
            <numerusform>%Ln Seite noch zu lesen</numerusform>
            <numerusform>%Ln Seiten noch zu lesen</numerusform>
        </translation>
    </message>
    <message>
        <source>fits</source>
        <translation>passt</translation>
    </message>
    <message>
        <source>leaves it out</source>
        <translation>schließt sie aus</translation>
    </message>
    <message>
        <source>does not fit, but this does not count</source>
        <translation>passt nicht, doch das zählt nicht</translation>
    </message>
    <message>
        <source>not found by this</source>
        <translation>so nicht gefunden</translation>
    </message>
    <message>
        <source>place {place} or below of {count}</source>
        <translation>Platz {place} oder tiefer von {count}</translation>
    </message>
    <message>
        <source>place {place} of {count}</source>
        <translation>Platz {place} von {count}</translation>
    </message>
    <message>
        <source>in its best passage</source>
        <translation>in ihrer besten Stelle</translation>
    </message>
    <message>
        <source>elsewhere in it</source>
        <translation>an anderer Stelle in ihr</translation>
    </message>
    <message>
        <source>not in it</source>
        <translation>nicht in ihr</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) here have it</source>
        <translation>
            <numerusform>%Ln Abschnitt hier hat es</numerusform>
            <numerusform>%Ln Abschnitte hier haben es</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Set up later</source>
        <translation>Später einrichten</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Schritt {number} von {count}</translation>
    </message>
</context>
<context>
    <name>FolderChoice</name>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
</context>
<context>
    <name>FoldersPage</name>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>The folders you search are listed here</source>
        <translation>Hier stehen die Ordner, die Sie durchsuchen</translation>
    </message>
    <message>
        <source>Choose one, or drop it here. Hunch reads what is in it and keeps up with changes.</source>
        <translation>Wählen Sie einen aus oder ziehen Sie ihn hierher. Hunch liest, was darin ist, und verfolgt Änderungen.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner auswählen…</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgeschlossen</translation>
    </message>
    <message>
        <source>Hunch reads these folders and keeps up with changes. It never changes your files. Drop a folder anywhere on this page to add it.</source>
        <translation>Hunch liest diese Ordner und verfolgt Änderungen. Ihre Dateien ändert es nie. Um einen Ordner hinzuzufügen, ziehen Sie ihn auf diese Seite.</translation>
    </message>
    <message>
        <source>The folder could not be opened.</source>
        <translation>Der Ordner konnte nicht geöffnet werden.</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy the passage</source>
        <translation>Textstelle kopieren</translation>
    </message>
    <message>
        <source>Find similar files</source>
        <translation>Ähnliche Dateien suchen</translation>
    </message>
    <message>
        <source>Why is it here?</source>
        <translation>Warum dieser Treffer?</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>{name} in {folder}</source>
        <translation>{name} in {folder}</translation>
    </message>
    <message>
        <source>taken {when}</source>
        <translation>Aufnahme: {when}</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation>{date}, {time}</translation>
    </message>
</context>
<context>
    <name>HitView</name>
    <message>
        <source>Results</source>
        <translation>Treffer</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Usual keys</source>
        <translation>Standardtasten</translation>
    </message>
</context>
<context>
    <name>KeyLine</name>
    <message>
        <source>Ctrl+</source>
        <translation>Strg+</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>close</source>
        <translation>schließen</translation>
    </message>
</context>
<context>
    <name>KeyboardHelp</name>
    <message>
        <source>Keyboard and search help</source>
        <translation>Hilfe zu Tastatur und Suche</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Asking more exactly</source>
        <translation>Genauer fragen</translation>
    </message>
    <message>
        <source>Write what you remember, in your own words. Add any of these where you know more; they can be combined.</source>
        <translation>Schreiben Sie in eigenen Worten, woran Sie sich erinnern. Wo Sie mehr wissen, fügen Sie etwas hiervon hinzu; alles lässt sich kombinieren.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>LicenceList</name>
    <message>
        <source>Find a component or licence</source>
        <translation>Komponente oder Lizenz suchen</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>Licence text</source>
        <translation>Lizenztext</translation>
    </message>
    <message>
        <source>Its text could not be read.</source>
        <translation>Der Text konnte nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Hunch</source>
        <translation>Hunch</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Keyboard and search help</source>
        <translation>Hilfe zu Tastatur und Suche</translation>
    </message>
</context>
<context>
    <name>Media</name>
    <message>
        <source>The picture could not be kept to search with it. Look whether the disk is full.</source>
        <translation>Das Bild konnte nicht zum Suchen abgelegt werden. Prüfen Sie, ob der Datenträger voll ist.</translation>
    </message>
</context>
<context>
    <name>MissingDialog</name>
    <message>
        <source>Is a file missing?</source>
        <translation>Fehlt eine Datei?</translation>
    </message>
    <message>
        <source>Looking why</source>
        <translation>Der Grund wird gesucht</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Andere Datei …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>It will be read again.</source>
        <translation>Sie wird erneut gelesen.</translation>
    </message>
    <message>
        <source>The folder of {name} could not be shown</source>
        <translation>Der Ordner von {name} konnte nicht angezeigt werden</translation>
    </message>
</context>
<context>
    <name>MissingWords</name>
    <message>
        <source>It is the first result.</source>
        <translation>Sie ist das erste Ergebnis.</translation>
    </message>
    <message>
        <source>It is at place {place} of the results.</source>
        <translation>Sie steht auf Platz {place} der Ergebnisse.</translation>
    </message>
    <message>
        <source>It is not among the first {count} results.</source>
        <translation>Sie ist nicht unter den ersten {count} Ergebnissen.</translation>
    </message>
    <message>
        <source>It has not been looked at yet.</source>
        <translation>Sie wurde noch nicht angesehen.</translation>
    </message>
    <message>
        <source>It has not been read yet.</source>
        <translation>Sie wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>It has changed since it was read.</source>
        <translation>Sie wurde geändert, seit sie gelesen wurde.</translation>
    </message>
    <message>
        <source>It may hold text in pictures that has not been read yet.</source>
        <translation>Sie hat vielleicht Text in Bildern, der noch nicht gelesen wurde.</translation>
    </message>
    <message>
        <source>Hunch does that by itself where reading text in pictures is turned on.</source>
        <translation>Hunch liest ihn von selbst, wenn das Lesen von Text in Bildern eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Look at the settings</source>
        <translation>Einstellungen ansehen</translation>
    </message>
    <message>
        <source>It is found by its words only, not by meaning yet.</source>
        <translation>Sie wird nur nach ihren Wörtern gefunden, noch nicht nach Bedeutung.</translation>
    </message>
    <message>
        <source>It is not found by what it shows yet.</source>
        <translation>Sie wird noch nicht nach dem gefunden, was sie zeigt.</translation>
    </message>
    <message>
        <source>It is shown under {name}, another version of it.</source>
        <translation>Sie steht unter {name}, einer anderen Fassung von ihr.</translation>
    </message>
    <message>
        <source>It is below the line: chance would bring files as near as this one.</source>
        <translation>Sie steht unter der Linie: So nah kämen Dateien auch durch Zufall.</translation>
    </message>
    <message>
        <source>Nothing is asked for by words.</source>
        <translation>Nach Wörtern wird nicht gefragt.</translation>
    </message>
    <message>
        <source>Filters alone list the files changed last.</source>
        <translation>Filter allein zeigen die zuletzt geänderten Dateien.</translation>
    </message>
    <message>
        <source>Nothing of the search is in it, neither in its name nor in its text.</source>
        <translation>Nichts aus der Suche steht in ihr, weder im Namen noch im Text.</translation>
    </message>
    <message>
        <source>Search for what is in it, or for its name.</source>
        <translation>Nach dem suchen, was in ihr steht, oder nach ihrem Namen.</translation>
    </message>
    <message>
        <source>Add its folder…</source>
        <translation>Ihren Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Its folder is not searched.</source>
        <translation>Ihr Ordner wird nicht durchsucht.</translation>
    </message>
    <message>
        <source>Add the folder, and what is in it is found.</source>
        <translation>Den Ordner hinzufügen, dann wird gefunden, was darin ist.</translation>
    </message>
    <message>
        <source>There is no such file, and none of this name is known.</source>
        <translation>Diese Datei gibt es nicht, und keine dieses Namens ist bekannt.</translation>
    </message>
    <message>
        <source>Look whether the name is right.</source>
        <translation>Bitte prüfen, ob der Name stimmt.</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>Die Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>It was moved or deleted. Hunch forgets it when it looks for changes.</source>
        <translation>Sie wurde verschoben oder gelöscht. Hunch vergisst sie, wenn es nach Änderungen sucht.</translation>
    </message>
    <message>
        <source>The folder {name} is not there now.</source>
        <translation>Der Ordner {name} ist gerade nicht da.</translation>
    </message>
    <message>
        <source>Connect the disk it is on. What is known of its files stays findable.</source>
        <translation>Den Datenträger anschließen, auf dem er liegt. Was von seinen Dateien bekannt ist, bleibt auffindbar.</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>Das ist ein Ordner.</translation>
    </message>
    <message>
        <source>Choose a file in it.</source>
        <translation>Eine Datei darin wählen.</translation>
    </message>
    <message>
        <source>The folder {name} is hidden, and hidden ones are left out.</source>
        <translation>Der Ordner {name} ist versteckt, und Verstecktes wird ausgelassen.</translation>
    </message>
    <message>
        <source>It is hidden, and hidden files are left out.</source>
        <translation>Sie ist versteckt, und Verstecktes wird ausgelassen.</translation>
    </message>
    <message>
        <source>Turn on reading hidden files in Settings.</source>
        <translation>Das Lesen versteckter Dateien lässt sich in den Einstellungen einschalten.</translation>
    </message>
    <message>
        <source>It belongs to Hunch itself or to the system, and is never searched.</source>
        <translation>Sie gehört zu Hunch selbst oder zum System und wird nie durchsucht.</translation>
    </message>
    <message>
        <source>It is a link, and links are not followed.</source>
        <translation>Sie ist eine Verknüpfung, und Verknüpfungen wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>Ask for the file it leads to.</source>
        <translation>Nach der Datei fragen, zu der sie führt.</translation>
    </message>
    <message>
        <source>Look at that file</source>
        <translation>Diese Datei ansehen</translation>
    </message>
    <message>
        <source>the folder {name}</source>
        <translation>den Ordner {name}</translation>
    </message>
    <message>
        <source>it</source>
        <translation>sie</translation>
    </message>
    <message>
        <source>The pattern {pattern} leaves {what} out.</source>
        <translation>Das Muster {pattern} schließt {what} aus.</translation>
    </message>
    <message>
        <source>The Folders page lists all patterns, and takes this one back.</source>
        <translation>Auf der Seite Ordner stehen alle Muster; dort lässt sich dieses zurücknehmen.</translation>
    </message>
    <message>
        <source>Look at the folders</source>
        <translation>Ordner ansehen</translation>
    </message>
    <message>
        <source>A rule that always holds leaves {what} out: {pattern}</source>
        <translation>Eine Regel, die immer gilt, schließt {what} aus: {pattern}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Line {line} of {file} leaves {what} out: {pattern}</source>
        <translation>Zeile {line} in {file} schließt {what} aus: {pattern}</translation>
    </message>
    <message>
        <source>Show that file</source>
        <translation>Diese Datei anzeigen</translation>
    </message>
    <message>
        <source>Take that line out.</source>
        <translation>Diese Zeile herausnehmen.</translation>
    </message>
    <message>
        <source>The line is there for other programs.</source>
        <translation>Die Zeile ist für andere Programme da.</translation>
    </message>
    <message>
        <source>To have it all the same, write {line} into a file {file} in {folder}.</source>
        <translation>Soll sie dennoch gefunden werden, gehört {line} in eine Datei {file} in {folder}.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Erneut lesen</translation>
    </message>
    <message>
        <source>“{part}”</source>
        <translation>„{part}“</translation>
    </message>
    <message>
        <source>It is left out by {parts} in what you typed.</source>
        <translation>In der Eingabe schließt {parts} sie aus.</translation>
    </message>
    <message>
        <source>Search without that.</source>
        <translation>Ohne das suchen.</translation>
    </message>
    <message>
        <source>Search without</source>
        <translation>Ohne das suchen</translation>
    </message>
    <message>
        <source>Without that it is still not among the first results.</source>
        <translation>Auch ohne das ist sie nicht unter den ersten Ergebnissen.</translation>
    </message>
    <message>
        <source>Without that it is at place {place}.</source>
        <translation>Ohne das steht sie auf Platz {place}.</translation>
    </message>
    <message>
        <source>“{word}” stands in no file here.</source>
        <translation>„{word}“ steht in keiner Datei hier.</translation>
    </message>
    <message>
        <source>Look at its spelling, or leave it out.</source>
        <translation>Die Schreibweise prüfen oder es weglassen.</translation>
    </message>
    <message>
        <source>“{word}” stands in it, but in another place than the other words.</source>
        <translation>„{word}“ steht in ihr, aber an anderer Stelle als die übrigen Wörter.</translation>
    </message>
    <message>
        <source>“{word}” does not stand in it.</source>
        <translation>„{word}“ steht nicht in ihr.</translation>
    </message>
    <message>
        <source>With “{word}” added it is at place {place}.</source>
        <translation>Mit „{word}“ dazu steht sie auf Platz {place}.</translation>
    </message>
    <message>
        <source>Search with it</source>
        <translation>Damit suchen</translation>
    </message>
    <message>
        <source>By meaning it is at place {place} of {count}.</source>
        <translation>Nach Bedeutung steht sie auf Platz {place} von {count}.</translation>
    </message>
    <message>
        <source>By what it shows it is at place {place} of {count}.</source>
        <translation>Nach dem, was sie zeigt, steht sie auf Platz {place} von {count}.</translation>
    </message>
    <message>
        <source>Hunch does that by itself, as soon as it can.</source>
        <translation>Hunch tut das von selbst, sobald es geht.</translation>
    </message>
</context>
<context>
    <name>ModeChip</name>
    <message>
        <source>Where to look: {mode}</source>
        <translation>Wo gesucht wird: {mode}</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Ordner importieren…</translation>
    </message>
    <message>
        <source>Check its files</source>
        <translation>Dateien prüfen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Import {model}</source>
        <translation>{model} importieren</translation>
    </message>
    <message>
        <source>Models (*.gguf *.safetensors)</source>
        <translation>Modelle (*.gguf *.safetensors)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Remove {model} from this computer?</source>
        <translation>{model} von diesem Computer entfernen?</translation>
    </message>
    <message>
        <source>It frees {size}. It can be downloaded or imported again.</source>
        <translation>Dadurch werden {size} frei. Das Modell kann erneut heruntergeladen oder importiert werden.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <translation>{model} verwenden</translation>
    </message>
    <message>
        <source>Download, {size}</source>
        <translation>Herunterladen, {size}</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>From {source} on Hugging Face</source>
        <translation>Von {source} auf Hugging Face</translation>
    </message>
    <message>
        <source>Download {model}</source>
        <translation>{model} herunterladen</translation>
    </message>
    <message>
        <source>Stop the download of {model}</source>
        <translation>Download von {model} anhalten</translation>
    </message>
    <message>
        <source>More about {model}</source>
        <translation>Mehr über {model}</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>A model lets Hunch find by meaning: it turns what a passage or picture is about into a vector, and near vectors are near in meaning. Change it at any time; the one in use answers until the new one is ready, and no file is read again.</source>
        <translation>Mit einem Modell kann Hunch nach Bedeutung suchen: Es macht aus dem, wovon eine Textstelle oder ein Bild handelt, einen Vektor, und nahe Vektoren sind sich in der Bedeutung nah. Sie können es jederzeit wechseln; das bisherige antwortet, bis das neue bereit ist, und keine Datei wird noch einmal gelesen.</translation>
    </message>
    <message>
        <source>Downloading a model is the only thing Hunch uses the network for, and only when you press Download.</source>
        <translation>Nur um ein Modell herunterzuladen, nutzt Hunch das Netz, und nur, wenn Sie auf „Herunterladen“ drücken.</translation>
    </message>
    <message>
        <source>For texts</source>
        <translation>Für Texte</translation>
    </message>
    <message>
        <source>For pictures</source>
        <translation>Für Bilder</translation>
    </message>
    <message>
        <source>The models are listed here</source>
        <translation>Hier stehen die Modelle</translation>
    </message>
    <message>
        <source>Hunch is still asking which there are.</source>
        <translation>Hunch fragt noch ab, welche es gibt.</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>PageEntry</name>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>page {number} of {pages}</source>
        <translation>Seite {number} von {pages}</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Picture of the file</source>
        <translation>Bild der Datei</translation>
    </message>
    <message>
        <source>Copy the passage</source>
        <translation>Textstelle kopieren</translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>Als Bild kopieren</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <source>Everything could be read</source>
        <translation>Alles konnte gelesen werden</translation>
    </message>
    <message>
        <source>Files that cannot be read are listed here, with the reason and what to do about it.</source>
        <translation>Hier stehen Dateien, die nicht gelesen werden können, mit dem Grund und dem, was sich tun lässt.</translation>
    </message>
    <message>
        <source>No problem fits</source>
        <translation>Kein Problem passt</translation>
    </message>
    <message>
        <source>None of the problems has this in its name and folder.</source>
        <translation>Bei keinem der Probleme kommt dies in Name und Ordner vor.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>Name or folder</source>
        <translation>Name oder Ordner</translation>
    </message>
    <message>
        <source>Search the problems</source>
        <translation>Probleme durchsuchen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Erneut lesen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Leave this file out</source>
        <translation>Diese Datei ausschließen</translation>
    </message>
    <message>
        <source>Leave its folder out</source>
        <translation>Den Ordner der Datei ausschließen</translation>
    </message>
    <message>
        <source>All reasons ({count})</source>
        <translation>Alle Gründe ({count})</translation>
    </message>
    <message>
        <source>{reason} ({count})</source>
        <translation>{reason} ({count})</translation>
    </message>
    <message numerus="yes">
        <source>Read %Ln file(s) again</source>
        <translation>
            <numerusform>%Ln Datei erneut lesen</numerusform>
            <numerusform>%Ln Dateien erneut lesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) will be read again</source>
        <translation>
            <numerusform>%Ln Datei wird erneut gelesen</numerusform>
            <numerusform>%Ln Dateien werden erneut gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} could not be opened</source>
        <translation>{name} konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>The folder of {name} could not be shown</source>
        <translation>Der Ordner von {name} konnte nicht angezeigt werden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) copied</source>
        <translation>
            <numerusform>%Ln Zeile kopiert</numerusform>
            <numerusform>%Ln Zeilen kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out. The Folders page lists all patterns, and takes this one back.</source>
        <translation>Ausgeschlossen. Die Seite „Ordner“ zeigt alle Muster; dort lässt sich auch dieses zurücknehmen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation>
            <numerusform>%Ln ließ sich nicht lesen</numerusform>
            <numerusform>%Ln ließen sich nicht lesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are read but for a part</source>
        <translation>
            <numerusform>%Ln ist bis auf einen Teil gelesen</numerusform>
            <numerusform>%Ln sind bis auf einen Teil gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are found by name only</source>
        <translation>
            <numerusform>%Ln wird nur am Namen gefunden</numerusform>
            <numerusform>%Ln werden nur am Namen gefunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsTable</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
</context>
<context>
    <name>ProblemsView</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Look why</source>
        <translation>Grund suchen</translation>
    </message>
    <message>
        <source>Or type its name</source>
        <translation>Oder ihren Namen eingeben</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>Name der Datei</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Drop the file here</source>
        <translation>Die Datei hier ablegen</translation>
    </message>
    <message>
        <source>Which file did you expect?</source>
        <translation>Welche Datei wurde erwartet?</translation>
    </message>
    <message>
        <source>Searched for: {query}</source>
        <translation>Gesucht: {query}</translation>
    </message>
</context>
<context>
    <name>QuickSearch</name>
    <message>
        <source>Hunch quick search</source>
        <translation>Hunch-Schnellsuche</translation>
    </message>
    <message>
        <source>What do you remember?</source>
        <translation>Woran erinnern Sie sich?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Nothing matches. Tab searches with filters in the window.</source>
        <translation>Nichts passt. Mit Tab suchen Sie im Fenster mit Filtern.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>RecentPage</name>
    <message>
        <source>Files changed lately</source>
        <translation>Zuletzt geänderte Dateien</translation>
    </message>
    <message>
        <source>Earlier searches</source>
        <translation>Frühere Suchen</translation>
    </message>
    <message>
        <source>Changed lately</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>No folder is chosen yet</source>
        <translation>Noch ist kein Ordner gewählt</translation>
    </message>
    <message>
        <source>Choose the folders you want to search. What is in them stays on this computer.</source>
        <translation>Wählen Sie die Ordner, die Sie durchsuchen möchten. Was darin ist, bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Choose folders</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>What do you remember?</source>
        <translation>Woran erinnern Sie sich?</translation>
    </message>
    <message>
        <source>Type a few words, or what it was about. Files changed lately will be here.</source>
        <translation>Geben Sie ein paar Wörter ein, oder worum es ging. Zuletzt geänderte Dateien stehen später hier.</translation>
    </message>
</context>
<context>
    <name>ResultMenu</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Hide the other versions</source>
        <translation>Andere Versionen ausblenden</translation>
    </message>
    <message>
        <source>Show the versions</source>
        <translation>Versionen zeigen</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy the passage</source>
        <translation>Textstelle kopieren</translation>
    </message>
    <message>
        <source>Find similar files</source>
        <translation>Ähnliche Dateien suchen</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Mehr in dieser Art</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>Weniger in dieser Art</translation>
    </message>
    <message>
        <source>Why is it here?</source>
        <translation>Warum dieser Treffer?</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Aus dieser Liste entfernen</translation>
    </message>
    <message>
        <source>Leave its folder out</source>
        <translation>Den Ordner der Datei ausschließen</translation>
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message>
        <source>no longer there</source>
        <translation>nicht mehr da</translation>
    </message>
    <message>
        <source>disk not connected</source>
        <translation>Datenträger nicht angeschlossen</translation>
    </message>
    <message>
        <source>another version of what is above</source>
        <translation>andere Version der Datei darüber</translation>
    </message>
    <message>
        <source>less like this</source>
        <translation>weniger in dieser Art</translation>
    </message>
    <message>
        <source>more like this</source>
        <translation>mehr in dieser Art</translation>
    </message>
</context>
<context>
    <name>RootRow</name>
    <message>
        <source>{folder}: how much of it is read</source>
        <translation>{folder}: wie viel davon gelesen ist</translation>
    </message>
    <message>
        <source>Open {folder}</source>
        <translation>{folder} öffnen</translation>
    </message>
    <message>
        <source>Look for changes in {folder}</source>
        <translation>In {folder} nach Änderungen suchen</translation>
    </message>
    <message>
        <source>Remove {folder} from Hunch</source>
        <translation>{folder} aus Hunch entfernen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{folder} will no longer be searched. The files on the disk are untouched.</source>
        <translation>{folder} wird nicht mehr durchsucht. Die Dateien auf dem Datenträger bleiben unberührt.</translation>
    </message>
    <message>
        <source>Not there now, its files stay findable</source>
        <translation>Zurzeit nicht da; seine Dateien bleiben auffindbar</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Looking for changes</source>
        <translation>Sucht nach Änderungen</translation>
    </message>
    <message>
        <source>Waits, {done} of {whole} files read</source>
        <translation>Wartet, {done} von {whole} Dateien gelesen</translation>
    </message>
    <message>
        <source>Reading {done} of {whole}</source>
        <translation>Liest {done} von {whole}</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Auf dem neuesten Stand</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) can be found</source>
        <translation>
            <numerusform>%Ln Datei auffindbar</numerusform>
            <numerusform>%Ln Dateien auffindbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation>
            <numerusform>%Ln konnte nicht gelesen werden</numerusform>
            <numerusform>%Ln konnten nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found by name only</source>
        <translation>
            <numerusform>%Ln nur über den Namen auffindbar</numerusform>
            <numerusform>%Ln nur über den Namen auffindbar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesCard</name>
    <message>
        <source>Patterns of what is left out, one a line</source>
        <translation>Muster für das, was ausgeschlossen wird, eines pro Zeile</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Leave out a folder…</source>
        <translation>Ordner ausschließen…</translation>
    </message>
    <message>
        <source>What is left out anyway</source>
        <translation>Was ohnehin ausgeschlossen wird</translation>
    </message>
    <message>
        <source>Files and folders that match a pattern are not read. One pattern a line, as in a .gitignore:</source>
        <translation>Dateien und Ordner, die zu einem Muster passen, werden nicht gelesen. Ein Muster pro Zeile, wie in einer .gitignore:</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) that can be found now would be left out</source>
        <translation>
            <numerusform>%Ln jetzt auffindbare Datei würde ausgeschlossen</numerusform>
            <numerusform>%Ln jetzt auffindbare Dateien würden ausgeschlossen</numerusform>
        </translation>
    </message>
    <message>
        <source>No file that can be found now would be left out</source>
        <translation>Keine jetzt auffindbare Datei würde ausgeschlossen</translation>
    </message>
    <message>
        <source>Saved. Hunch looks through the folders again.</source>
        <translation>Gespeichert. Hunch sieht die Ordner noch einmal durch.</translation>
    </message>
    <message>
        <source>Only a folder inside one that is indexed can be left out.</source>
        <translation>Nur ein Ordner innerhalb eines indizierten Ordners kann ausgeschlossen werden.</translation>
    </message>
    <message>
        <source>files whose name ends like this, in every folder</source>
        <translation>Dateien, deren Name so endet, in jedem Ordner</translation>
    </message>
    <message>
        <source>every folder of this name, with all that is in it</source>
        <translation>jeder Ordner dieses Namens, mit allem, was darin ist</translation>
    </message>
    <message>
        <source>only the one directly inside a chosen folder</source>
        <translation>nur der direkt in einem ausgewählten Ordner</translation>
    </message>
    <message>
        <source>takes back what a line above leaves out</source>
        <translation>nimmt zurück, was eine Zeile darüber ausschließt</translation>
    </message>
    <message>
        <source>Hidden files, unless Settings say otherwise; folders of version control and packages such as .git and node_modules; caches and build output; temporary and half-downloaded files; folders of the system such as the recycle bin; and what a .gitignore or .hunchignore in a folder names. A line that begins with ! takes any of it back.</source>
        <translation>Versteckte Dateien, sofern die Einstellungen nichts anderes sagen; Ordner von Versionsverwaltungen und Paketen wie .git und node_modules; Zwischenspeicher und Erzeugnisse von Build-Vorgängen; temporäre und halb heruntergeladene Dateien; Ordner des Systems wie der Papierkorb; und was eine .gitignore oder .hunchignore in einem Ordner nennt. Eine Zeile, die mit ! beginnt, nimmt davon etwas zurück.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>What do you remember?</source>
        <translation>Woran erinnern Sie sich?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Earlier searches</source>
        <translation>Frühere Suchen</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Show as a grid</source>
        <translation>Als Raster anzeigen</translation>
    </message>
    <message>
        <source>Show or hide the preview</source>
        <translation>Vorschau ein- oder ausblenden</translation>
    </message>
    <message>
        <source>A file is missing…</source>
        <translation>Eine Datei fehlt …</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Suche läuft</translation>
    </message>
    <message>
        <source>Nothing here clearly matches. These come nearest.</source>
        <translation>Hier passt nichts eindeutig. Diese kommen am nächsten.</translation>
    </message>
    <message>
        <source>Show as a list</source>
        <translation>Als Liste anzeigen</translation>
    </message>
</context>
<context>
    <name>SearchingSection</name>
    <message>
        <source>Searching</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Remember searches</source>
        <translation>Suchen merken</translation>
    </message>
    <message>
        <source>They are offered while you type, and are kept on this computer only.</source>
        <translation>Sie werden beim Tippen vorgeschlagen und nur auf diesem Computer aufbewahrt.</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>Alle vergessen</translation>
    </message>
    <message>
        <source>Forget all earlier searches</source>
        <translation>Alle früheren Suchen vergessen</translation>
    </message>
    <message>
        <source>Earlier searches</source>
        <translation>Frühere Suchen</translation>
    </message>
    <message numerus="yes">
        <source>%n search(es) kept</source>
        <translation>
            <numerusform>%n Suche gemerkt</numerusform>
            <numerusform>%n Suchen gemerkt</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is kept</source>
        <translation>Nichts gemerkt</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Show more settings</source>
        <translation>Mehr Einstellungen anzeigen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Changes take effect at once.</source>
        <translation>Änderungen gelten sofort.</translation>
    </message>
    <message>
        <source>Show fewer settings</source>
        <translation>Weniger Einstellungen anzeigen</translation>
    </message>
</context>
<context>
    <name>Starters</name>
    <message>
        <source>Recent searches and files</source>
        <translation>Letzte Suchen und Dateien</translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation>Frühere Suchen</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt geänderte Dateien</translation>
    </message>
    <message>
        <source>What you searched for and the files changed last will be here.</source>
        <translation>Hier stehen später Ihre Suchen und die zuletzt geänderten Dateien.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Shows them</source>
        <translation>Zeigt sie an</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln Problem</numerusform>
            <numerusform>%Ln Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Previous passage</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Next passage</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Passage {number} of {all}: {place}</source>
        <translation>Stelle {number} von {all}: {place}</translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s):</source>
        <translation>
            <numerusform>%n Stelle:</numerusform>
            <numerusform>%n Stellen:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Show as it looks</source>
        <translation>Im Original-Aussehen anzeigen</translation>
    </message>
    <message>
        <source>Show the text only</source>
        <translation>Nur den Text anzeigen</translation>
    </message>
    <message>
        <source>Hide where text is</source>
        <translation>Markierung der Textbereiche ausblenden</translation>
    </message>
    <message>
        <source>Show where text is</source>
        <translation>Textbereiche markieren</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Text of the file</source>
        <translation>Text der Datei</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the passage</source>
        <translation>Textstelle kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open Hunch</source>
        <translation>Hunch öffnen</translation>
    </message>
    <message>
        <source>Quick search</source>
        <translation>Schnellsuche</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Recent problems</source>
        <translation>Letzte Probleme</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Quit Hunch</source>
        <translation>Hunch beenden</translation>
    </message>
    <message>
        <source>Hunch is starting</source>
        <translation>Hunch startet</translation>
    </message>
    <message>
        <source>All problems</source>
        <translation>Alle Probleme</translation>
    </message>
</context>
<context>
    <name>TwinsModel</name>
    <message numerus="yes">
        <source>%Ln other(s) take {size}</source>
        <translation>
            <numerusform>%Ln andere belegt {size}</numerusform>
            <numerusform>%Ln andere belegen {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>nicht mehr da</translation>
    </message>
    <message>
        <source>disk not connected</source>
        <translation>Datenträger nicht angeschlossen</translation>
    </message>
    <message>
        <source>the newest</source>
        <translation>die neueste</translation>
    </message>
</context>
<context>
    <name>TwinsView</name>
    <message>
        <source>Files that are there more than once</source>
        <translation>Dateien, die mehrfach vorhanden sind</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Looking why…</source>
        <translation>Der Grund wird gesucht …</translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message>
        <source>Reading has begun</source>
        <translation>Das Lesen hat begonnen</translation>
    </message>
    <message>
        <source>The newest files come first. Search for something now, or go on; Hunch keeps reading.</source>
        <translation>Die neuesten Dateien kommen zuerst. Suchen Sie jetzt nach etwas oder machen Sie weiter; Hunch liest währenddessen.</translation>
    </message>
    <message>
        <source>What do you remember?</source>
        <translation>Woran erinnern Sie sich?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Start searching</source>
        <translation>Suche beginnen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) can be found</source>
        <translation>
            <numerusform>%Ln Datei auffindbar</numerusform>
            <numerusform>%Ln Dateien auffindbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest files read so far</source>
        <translation>Die neuesten bisher gelesenen Dateien</translation>
    </message>
    <message>
        <source>Nothing found yet. More files are being read.</source>
        <translation>Noch nichts gefunden. Weitere Dateien werden gelesen.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>The first files appear in a moment</source>
        <translation>Die ersten Dateien erscheinen gleich</translation>
    </message>
</context>
<context>
    <name>WayChips</name>
    <message>
        <source>How they are alike</source>
        <translation>Worin sie gleich sind</translation>
    </message>
    <message>
        <source>{way} ({count})</source>
        <translation>{way} ({count})</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Find a file from what you remember of it</source>
        <translation>Finden Sie eine Datei anhand dessen, woran Sie sich erinnern</translation>
    </message>
    <message>
        <source>Hunch reads your documents and pictures and finds them by what is in them.</source>
        <translation>Hunch liest Ihre Dokumente und Bilder und findet sie über das, was darin ist.</translation>
    </message>
    <message>
        <source>Write it as you remember it</source>
        <translation>Schreiben Sie, wie Sie sich erinnern</translation>
    </message>
    <message>
        <source>“the letter about the boiler”, “red kayak at the lake”: the words need not be in it.</source>
        <translation>„der Brief wegen der Heizung“, „rotes Kajak am See“: Die Wörter müssen nicht darin vorkommen.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Nichts verlässt diesen Computer</translation>
    </message>
    <message>
        <source>No account, no cloud. Your files are read here, and what is known of them stays here.</source>
        <translation>Kein Konto, keine Cloud. Ihre Dateien werden hier gelesen, und was über sie bekannt ist, bleibt hier.</translation>
    </message>
    <message>
        <source>It gives way</source>
        <translation>Es lässt Ihnen den Vortritt</translation>
    </message>
    <message>
        <source>Reading goes on in the background, waits while you need the computer, can be paused.</source>
        <translation>Das Lesen läuft im Hintergrund, wartet, während Sie den Computer brauchen, und lässt sich pausieren.</translation>
    </message>
</context>
<context>
    <name>WhyPopup</name>
    <message>
        <source>Why is it here?</source>
        <translation>Warum dieser Treffer?</translation>
    </message>
    <message>
        <source>It is another version of {name}, which is here because of:</source>
        <translation>Es ist eine andere Version von {name}, gefunden durch:</translation>
    </message>
    <message>
        <source>{reason}: {strength}</source>
        <translation>{reason}: {strength}</translation>
    </message>
    <message>
        <source>Words found: {words}</source>
        <translation>Gefundene Wörter: {words}</translation>
    </message>
    <message>
        <source>Best places: {places}</source>
        <translation>Beste Stellen: {places}</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Mehr …</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Text in the picture</source>
        <translation>Text im Bild</translation>
    </message>
    <message>
        <source>Its words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>What the text in it means</source>
        <translation>Bedeutung des Textes darin</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>What it looks like</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>fits well</source>
        <translation>passt gut</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>passt</translation>
    </message>
    <message>
        <source>fits a little</source>
        <translation>passt ein wenig</translation>
    </message>
</context>
<context>
    <name>WindowSection</name>
    <message>
        <source>Window and quick search</source>
        <translation>Fenster und Schnellsuche</translation>
    </message>
    <message>
        <source>Keys of the quick search</source>
        <translation>Tasten der Schnellsuche</translation>
    </message>
    <message>
        <source>They work in every program. Go to the field and press the keys.</source>
        <translation>Sie gelten in jedem Programm. Gehen Sie in das Feld und drücken Sie die Tasten.</translation>
    </message>
    <message>
        <source>Start with the system</source>
        <translation>Mit dem System starten</translation>
    </message>
    <message>
        <source>Without a window; the quick search is then always there.</source>
        <translation>Ohne Fenster; die Schnellsuche ist dann immer da.</translation>
    </message>
    <message>
        <source>Stay in the tray when the window is closed</source>
        <translation>Im Infobereich bleiben, wenn das Fenster geschlossen wird</translation>
    </message>
    <message>
        <source>The quick search then comes up at once.</source>
        <translation>Die Schnellsuche erscheint dann sofort.</translation>
    </message>
    <message>
        <source>Stop indexing when Hunch is quit</source>
        <translation>Indizierung anhalten, wenn Hunch beendet wird</translation>
    </message>
    <message>
        <source>Otherwise it goes on in the background, and the next search finds what is new.</source>
        <translation>Sonst läuft sie im Hintergrund weiter, und die nächste Suche findet, was neu ist.</translation>
    </message>
    <message>
        <source>The system did not allow it.</source>
        <translation>Das System hat es nicht erlaubt.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Show or hide the quick search</source>
        <translation>Schnellsuche ein- oder ausblenden</translation>
    </message>
    <message>
        <source>No program could open it. Choose one for files of this kind in the file manager.</source>
        <translation>Kein Programm konnte die Datei öffnen. Wählen Sie im Dateimanager eines für Dateien dieser Art aus.</translation>
    </message>
    <message>
        <source>The program xdg-open is not installed.</source>
        <translation>Das Programm xdg-open ist nicht installiert.</translation>
    </message>
    <message>
        <source>The file is gone</source>
        <translation>Die Datei ist nicht mehr da</translation>
    </message>
    <message>
        <source>It was moved or deleted while Hunch was about to read it. Nothing needs doing.</source>
        <translation>Sie wurde verschoben oder gelöscht, als Hunch sie gerade lesen wollte. Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>You have no permission to read it</source>
        <translation>Sie dürfen die Datei nicht lesen</translation>
    </message>
    <message>
        <source>Ask whoever owns the file for access, then read it again.</source>
        <translation>Bitten Sie den Eigentümer der Datei um Zugriff und lesen Sie sie dann erneut.</translation>
    </message>
    <message>
        <source>The disk did not give the file</source>
        <translation>Der Datenträger hat die Datei nicht geliefert</translation>
    </message>
    <message>
        <source>Check that the disk is connected and sound, then read it again.</source>
        <translation>Prüfen Sie, ob der Datenträger angeschlossen und in Ordnung ist, und lesen Sie sie dann erneut.</translation>
    </message>
    <message>
        <source>The file kept changing while it was read</source>
        <translation>Die Datei hat sich beim Lesen ständig geändert</translation>
    </message>
    <message>
        <source>Hunch reads it when the program that writes it is done.</source>
        <translation>Hunch liest sie, sobald das schreibende Programm fertig ist.</translation>
    </message>
    <message>
        <source>It is a link to somewhere else</source>
        <translation>Es ist eine Verknüpfung an einen anderen Ort</translation>
    </message>
    <message>
        <source>Links are not followed. Add the folder it points to if you want to search it.</source>
        <translation>Verknüpfungen wird nicht gefolgt. Fügen Sie den Ordner hinzu, auf den sie zeigt, wenn Sie ihn durchsuchen möchten.</translation>
    </message>
    <message>
        <source>It is not an ordinary file</source>
        <translation>Es ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>There is nothing in it to read. Nothing needs doing.</source>
        <translation>Darin gibt es nichts zu lesen. Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>The file is only in the cloud</source>
        <translation>Die Datei ist nur in der Cloud</translation>
    </message>
    <message>
        <source>Hunch downloads no files by itself. Keep it on this computer and it will be read.</source>
        <translation>Hunch lädt von sich aus keine Dateien herunter. Behalten Sie sie auf diesem Computer, dann wird sie gelesen.</translation>
    </message>
    <message>
        <source>The file’s name is not valid text</source>
        <translation>Der Name der Datei ist kein gültiger Text</translation>
    </message>
    <message>
        <source>Rename the file and it will be read.</source>
        <translation>Benennen Sie die Datei um, dann wird sie gelesen.</translation>
    </message>
    <message>
        <source>Hunch cannot read this kind of file</source>
        <translation>Hunch kann diese Art von Datei nicht lesen</translation>
    </message>
    <message>
        <source>It is found by its name. Save it in another format to find what is in it.</source>
        <translation>Sie wird über ihren Namen gefunden. Speichern Sie sie in einem anderen Format, um zu finden, was darin ist.</translation>
    </message>
    <message>
        <source>There is no text in it</source>
        <translation>Es ist kein Text darin</translation>
    </message>
    <message>
        <source>It is found by its name. Nothing needs doing.</source>
        <translation>Sie wird über ihren Namen gefunden. Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>Die Datei ist leer</translation>
    </message>
    <message>
        <source>The file is protected by a password</source>
        <translation>Die Datei ist mit einem Passwort geschützt</translation>
    </message>
    <message>
        <source>It is found by its name. Save a copy without a password to find what is in it.</source>
        <translation>Sie wird über ihren Namen gefunden. Speichern Sie eine Kopie ohne Passwort, um zu finden, was darin ist.</translation>
    </message>
    <message>
        <source>The file is damaged or incomplete</source>
        <translation>Die Datei ist beschädigt oder unvollständig</translation>
    </message>
    <message>
        <source>See whether its own program opens it. If so, save it anew and it is read again.</source>
        <translation>Sehen Sie nach, ob ihr eigenes Programm sie öffnet. Wenn ja, speichern Sie sie neu, dann wird sie erneut gelesen.</translation>
    </message>
    <message>
        <source>The file is built in a way that could do harm</source>
        <translation>Die Datei ist so aufgebaut, dass sie Schaden anrichten könnte</translation>
    </message>
    <message>
        <source>Hunch left it alone. If you trust the file, open it yourself and save it anew.</source>
        <translation>Hunch hat sie nicht angerührt. Wenn Sie der Datei vertrauen, öffnen Sie sie selbst und speichern Sie sie neu.</translation>
    </message>
    <message>
        <source>The file is too large to be read</source>
        <translation>Die Datei ist zu groß zum Lesen</translation>
    </message>
    <message>
        <source>It is found by its name. You can raise the largest size in Settings.</source>
        <translation>Sie wird über ihren Namen gefunden. In den Einstellungen können Sie die Höchstgröße anheben.</translation>
    </message>
    <message>
        <source>Only the first part of the file was read</source>
        <translation>Nur der erste Teil der Datei wurde gelesen</translation>
    </message>
    <message>
        <source>It holds more text than is kept of one file. What was read can be found.</source>
        <translation>Sie enthält mehr Text, als von einer Datei aufbewahrt wird. Was gelesen wurde, ist auffindbar.</translation>
    </message>
    <message>
        <source>Reading the file took too long</source>
        <translation>Das Lesen der Datei hat zu lange gedauert</translation>
    </message>
    <message>
        <source>Read it again when the computer has less to do.</source>
        <translation>Lesen Sie sie erneut, wenn der Computer weniger zu tun hat.</translation>
    </message>
    <message>
        <source>Reading the file needed too much memory</source>
        <translation>Das Lesen der Datei hat zu viel Arbeitsspeicher gebraucht</translation>
    </message>
    <message>
        <source>Close other programs and read it again, or divide the file.</source>
        <translation>Schließen Sie andere Programme und lesen Sie sie erneut, oder teilen Sie die Datei auf.</translation>
    </message>
    <message>
        <source>Reading the file failed</source>
        <translation>Das Lesen der Datei ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Hunch went on with the others. Read it again, or save the file anew.</source>
        <translation>Hunch hat mit den anderen weitergemacht. Lesen Sie sie erneut oder speichern Sie die Datei neu.</translation>
    </message>
    <message>
        <source>No text was found in it</source>
        <translation>Es wurde kein Text darin gefunden</translation>
    </message>
    <message>
        <source>If it is a scan, turn on reading text in pictures in Settings.</source>
        <translation>Wenn es ein Scan ist, schalten Sie in den Einstellungen das Lesen von Text in Bildern ein.</translation>
    </message>
    <message>
        <source>Some parts of the file could not be read</source>
        <translation>Einige Teile der Datei konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>The rest of it can be found. Nothing needs doing.</source>
        <translation>Der Rest ist auffindbar. Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>The index was damaged</source>
        <translation>Der Index war beschädigt</translation>
    </message>
    <message>
        <source>Your files are untouched. Hunch put the index aside and reads your files again.</source>
        <translation>Ihre Dateien sind unverändert. Hunch hat den Index beiseitegelegt und liest Ihre Dateien neu.</translation>
    </message>
    <message>
        <source>The index was made by a newer Hunch</source>
        <translation>Der Index stammt von einem neueren Hunch</translation>
    </message>
    <message>
        <source>Use the newer version, or choose another data folder.</source>
        <translation>Verwenden Sie die neuere Version oder wählen Sie einen anderen Datenordner.</translation>
    </message>
    <message>
        <source>Another Hunch is using the index</source>
        <translation>Ein anderes Hunch verwendet den Index</translation>
    </message>
    <message>
        <source>Close the other one, or wait until it is done.</source>
        <translation>Schließen Sie das andere oder warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>Make some room. Hunch goes on by itself.</source>
        <translation>Schaffen Sie etwas Platz. Hunch macht von selbst weiter.</translation>
    </message>
    <message>
        <source>The disk is nearly full</source>
        <translation>Der Datenträger ist fast voll</translation>
    </message>
    <message>
        <source>Make some room. Hunch goes on by itself, and you can search meanwhile.</source>
        <translation>Schaffen Sie etwas Platz. Hunch macht von selbst weiter, und Sie können inzwischen suchen.</translation>
    </message>
    <message>
        <source>Hunch may not write to its data folder</source>
        <translation>Hunch darf nicht in seinen Datenordner schreiben</translation>
    </message>
    <message>
        <source>Give yourself permission to write there, or choose another data folder.</source>
        <translation>Geben Sie sich das Recht, dort zu schreiben, oder wählen Sie einen anderen Datenordner.</translation>
    </message>
    <message>
        <source>The settings have a mistake in them</source>
        <translation>Die Einstellungen enthalten einen Fehler</translation>
    </message>
    <message>
        <source>Correct the value that is named, or remove it to get the usual one.</source>
        <translation>Berichtigen Sie den genannten Wert oder entfernen Sie ihn, dann gilt der Standardwert.</translation>
    </message>
    <message>
        <source>This is not a folder</source>
        <translation>Dies ist kein Ordner</translation>
    </message>
    <message>
        <source>Choose a folder that is there now.</source>
        <translation>Wählen Sie einen Ordner, der jetzt da ist.</translation>
    </message>
    <message>
        <source>Hunch does not know this file</source>
        <translation>Hunch kennt diese Datei nicht</translation>
    </message>
    <message>
        <source>Add its folder, or wait until it has been read.</source>
        <translation>Fügen Sie ihren Ordner hinzu oder warten Sie, bis sie gelesen ist.</translation>
    </message>
    <message>
        <source>The folder is not there now</source>
        <translation>Der Ordner ist zurzeit nicht da</translation>
    </message>
    <message>
        <source>Connect the disk it is on, or remove the folder. Its files stay findable.</source>
        <translation>Schließen Sie den Datenträger an, auf dem er liegt, oder entfernen Sie den Ordner. Seine Dateien bleiben auffindbar.</translation>
    </message>
    <message>
        <source>Hunch does not know this model</source>
        <translation>Hunch kennt dieses Modell nicht</translation>
    </message>
    <message>
        <source>Choose one from the Models page.</source>
        <translation>Wählen Sie eines auf der Seite „Modelle“ aus.</translation>
    </message>
    <message>
        <source>The model is not on this computer</source>
        <translation>Das Modell ist nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>Get it on the Models page. Until then files are found by their words.</source>
        <translation>Laden Sie es auf der Seite „Modelle“. Bis dahin werden Dateien über ihre Wörter gefunden.</translation>
    </message>
    <message>
        <source>The model’s file is damaged</source>
        <translation>Die Datei des Modells ist beschädigt</translation>
    </message>
    <message>
        <source>Remove it on the Models page and get it again.</source>
        <translation>Entfernen Sie es auf der Seite „Modelle“ und laden Sie es erneut.</translation>
    </message>
    <message>
        <source>This is not the file of that model</source>
        <translation>Dies ist nicht die Datei dieses Modells</translation>
    </message>
    <message>
        <source>Choose the file the Models page names. Nothing was changed.</source>
        <translation>Wählen Sie die Datei, die auf der Seite „Modelle“ genannt ist. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The model could not be run</source>
        <translation>Das Modell konnte nicht ausgeführt werden</translation>
    </message>
    <message>
        <source>Files are still found by their words. Check it on the Models page or use another.</source>
        <translation>Dateien werden weiterhin über ihre Wörter gefunden. Prüfen Sie es auf der Seite „Modelle“ oder verwenden Sie ein anderes.</translation>
    </message>
    <message>
        <source>The download did not finish</source>
        <translation>Der Download wurde nicht abgeschlossen</translation>
    </message>
    <message>
        <source>Check the connection and try again. It goes on where it stopped.</source>
        <translation>Prüfen Sie die Verbindung und versuchen Sie es erneut. Er geht dort weiter, wo er aufgehört hat.</translation>
    </message>
    <message>
        <source>This search cannot be understood</source>
        <translation>Diese Suche ist nicht verständlich</translation>
    </message>
    <message>
        <source>Check the part that is named, such as a date or a size.</source>
        <translation>Prüfen Sie den genannten Teil, etwa ein Datum oder eine Größe.</translation>
    </message>
    <message>
        <source>The part of Hunch that searches has stopped</source>
        <translation>Der Teil von Hunch, der sucht, hat angehalten</translation>
    </message>
    <message>
        <source>It is started again by itself. If it is not, restart Hunch.</source>
        <translation>Er wird von selbst neu gestartet. Falls nicht, starten Sie Hunch neu.</translation>
    </message>
    <message>
        <source>The part of Hunch that searches could not be started</source>
        <translation>Der Teil von Hunch, der sucht, konnte nicht gestartet werden</translation>
    </message>
    <message>
        <source>Try again. If that does not help, its log says more.</source>
        <translation>Versuchen Sie es erneut. Wenn das nicht hilft, steht im Protokoll mehr.</translation>
    </message>
    <message>
        <source>Hunch has a lot to do just now</source>
        <translation>Hunch hat gerade viel zu tun</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Hunch made a mistake</source>
        <translation>Hunch hat einen Fehler gemacht</translation>
    </message>
    <message>
        <source>Try again. If it comes back, the log says more.</source>
        <translation>Versuchen Sie es erneut. Wenn es wieder auftritt, steht im Protokoll mehr.</translation>
    </message>
    <message>
        <source>Two versions of Hunch are running</source>
        <translation>Es laufen zwei Versionen von Hunch</translation>
    </message>
    <message>
        <source>Quit Hunch and start it again.</source>
        <translation>Beenden Sie Hunch und starten Sie es erneut.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>You can start it again at any time.</source>
        <translation>Sie können es jederzeit wieder starten.</translation>
    </message>
    <message>
        <source>Indexing is paused</source>
        <translation>Die Indizierung ist pausiert</translation>
    </message>
    <message>
        <source>You can search meanwhile. Resume when it suits you.</source>
        <translation>Sie können inzwischen suchen. Setzen Sie fort, wenn es Ihnen passt.</translation>
    </message>
    <message>
        <source>Hunch’s data folder is gone</source>
        <translation>Der Datenordner von Hunch ist nicht mehr da</translation>
    </message>
    <message>
        <source>Connect the disk it is on, or restart Hunch to begin with a new one.</source>
        <translation>Schließen Sie den Datenträger an, auf dem er liegt, oder starten Sie Hunch neu, um mit einem neuen zu beginnen.</translation>
    </message>
    <message>
        <source>Waiting for mains power</source>
        <translation>Wartet auf Netzstrom</translation>
    </message>
    <message>
        <source>Indexing goes on when the computer is plugged in. You can search meanwhile.</source>
        <translation>Die Indizierung geht weiter, wenn der Computer am Stromnetz ist. Sie können inzwischen suchen.</translation>
    </message>
    <message>
        <source>Waiting while another program fills the screen</source>
        <translation>Wartet, während ein anderes Programm den Bildschirm ausfüllt</translation>
    </message>
    <message>
        <source>Indexing goes on afterwards. You can search meanwhile.</source>
        <translation>Die Indizierung geht danach weiter. Sie können inzwischen suchen.</translation>
    </message>
    <message>
        <source>Waiting until the computer has less to do</source>
        <translation>Wartet, bis der Computer weniger zu tun hat</translation>
    </message>
    <message>
        <source>Indexing goes on by itself. You can search meanwhile.</source>
        <translation>Die Indizierung geht von selbst weiter. Sie können inzwischen suchen.</translation>
    </message>
    <message>
        <source>You have no permission to look into this folder</source>
        <translation>Sie dürfen nicht in diesen Ordner sehen</translation>
    </message>
    <message>
        <source>Ask whoever owns it for access, or choose another folder.</source>
        <translation>Bitten Sie den Eigentümer um Zugriff oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Something did not work</source>
        <translation>Etwas hat nicht funktioniert</translation>
    </message>
    <message>
        <source>{folder}: {what}. {remedy}</source>
        <translation>{folder}: {what}. {remedy}</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner auswählen</translation>
    </message>
    <message>
        <source>{files}, {size}</source>
        <translation>{files}, {size}</translation>
    </message>
    <message>
        <source>more than {amount}</source>
        <translation>mehr als {amount}</translation>
    </message>
    <message>
        <source>It is indexed already.</source>
        <translation>Er ist schon indiziert.</translation>
    </message>
    <message>
        <source>It is indexed already, as part of {folder}.</source>
        <translation>Er ist schon indiziert, als Teil von {folder}.</translation>
    </message>
    <message>
        <source>This holds your whole home folder, with much that nobody looks for. It may take hours; choosing the folders you work in is usually better.</source>
        <translation>Dies umfasst Ihren gesamten persönlichen Ordner mit vielem, wonach niemand sucht. Das kann Stunden dauern; meist ist es besser, die Ordner zu wählen, in denen Sie arbeiten.</translation>
    </message>
    <message>
        <source>That is a lot. You can search while it is read, newest files first.</source>
        <translation>Das ist viel. Sie können suchen, während gelesen wird, die neuesten Dateien zuerst.</translation>
    </message>
    <message>
        <source>It holds {folders}, which then becomes a part of it and is not read again.</source>
        <translation>Er enthält {folders}; das wird dann ein Teil davon und nicht noch einmal gelesen.</translation>
    </message>
    <message>
        <source>There is nothing to read in it yet. New files are read when they come.</source>
        <translation>Noch gibt es darin nichts zu lesen. Neue Dateien werden gelesen, sobald sie kommen.</translation>
    </message>
    <message>
        <source>&quot;heating costs&quot;</source>
        <translation>&quot;heating costs&quot;</translation>
    </message>
    <message>
        <source>these words, in this order</source>
        <translation>diese Wörter, in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>boiler -gas</source>
        <translation>boiler -gas</translation>
    </message>
    <message>
        <source>without this word</source>
        <translation>ohne dieses Wort</translation>
    </message>
    <message>
        <source>one kind: pdf, picture, document, table, slides, mail, code …</source>
        <translation>eine Art: pdf, picture, document, table, slides, mail, code …</translation>
    </message>
    <message>
        <source>files whose names end so</source>
        <translation>Dateien, deren Namen so enden</translation>
    </message>
    <message>
        <source>in:Invoices</source>
        <translation>in:Invoices</translation>
    </message>
    <message>
        <source>in folders of this name</source>
        <translation>in Ordnern dieses Namens</translation>
    </message>
    <message>
        <source>name:lease</source>
        <translation>name:lease</translation>
    </message>
    <message>
        <source>this in the file&apos;s name</source>
        <translation>dies im Namen der Datei</translation>
    </message>
    <message>
        <source>changed in or after March 2024; before:2023 likewise</source>
        <translation>geändert im März 2024 oder danach; ebenso before:2023</translation>
    </message>
    <message>
        <source>larger than ten megabytes; size:&lt;100kb likewise</source>
        <translation>größer als zehn Megabyte; ebenso size:&lt;100kb</translation>
    </message>
    <message>
        <source>like:photo.jpg</source>
        <translation>like:photo.jpg</translation>
    </message>
    <message>
        <source>files that are like this one</source>
        <translation>Dateien, die dieser ähneln</translation>
    </message>
    <message>
        <source>beach +sunset -people</source>
        <translation>beach +sunset -people</translation>
    </message>
    <message>
        <source>nearer to one thing, further from another</source>
        <translation>näher an der einen Sache, weiter weg von einer anderen</translation>
    </message>
    <message>
        <source>licence: {name}</source>
        <translation>Lizenz: {name}</translation>
    </message>
    <message>
        <source>vectors of {dim} numbers</source>
        <translation>Vektoren aus {dim} Zahlen</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Verwendung</translation>
    </message>
    <message>
        <source>In use until the new one is ready</source>
        <translation>In Verwendung, bis das neue bereit ist</translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>kind of file</source>
        <translation>Art der Datei</translation>
    </message>
    <message>
        <source>ending of the name</source>
        <translation>Endung des Namens</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>geändert seit</translation>
    </message>
    <message>
        <source>changed before</source>
        <translation>geändert vor</translation>
    </message>
    <message>
        <source>changed in</source>
        <translation>geändert in</translation>
    </message>
    <message>
        <source>size of the file</source>
        <translation>Größe der Datei</translation>
    </message>
    <message>
        <source>part of the name</source>
        <translation>Teil des Namens</translation>
    </message>
    <message>
        <source>like this file</source>
        <translation>wie diese Datei</translation>
    </message>
    <message>
        <source>PDF, Word, OpenDocument, books</source>
        <translation>PDF, Word, OpenDocument, Bücher</translation>
    </message>
    <message>
        <source>Word, OpenDocument, RTF</source>
        <translation>Word, OpenDocument, RTF</translation>
    </message>
    <message>
        <source>photos, scans, drawings</source>
        <translation>Fotos, Scans, Zeichnungen</translation>
    </message>
    <message>
        <source>Excel, OpenDocument, CSV</source>
        <translation>Excel, OpenDocument, CSV</translation>
    </message>
    <message>
        <source>PowerPoint, OpenDocument</source>
        <translation>PowerPoint, OpenDocument</translation>
    </message>
    <message>
        <source>saved mail</source>
        <translation>gespeicherte E-Mails</translation>
    </message>
    <message>
        <source>plain text, Markdown</source>
        <translation>reiner Text, Markdown</translation>
    </message>
    <message>
        <source>EPUB</source>
        <translation>EPUB</translation>
    </message>
    <message>
        <source>saved web pages</source>
        <translation>gespeicherte Webseiten</translation>
    </message>
    <message>
        <source>programs and scripts</source>
        <translation>Programme und Skripte</translation>
    </message>
    <message>
        <source>CSV, JSON, XML</source>
        <translation>CSV, JSON, XML</translation>
    </message>
    <message>
        <source>Jupyter</source>
        <translation>Jupyter</translation>
    </message>
    <message>
        <source>ZIP and the like</source>
        <translation>ZIP und Ähnliches</translation>
    </message>
    <message>
        <source>all other kinds</source>
        <translation>alle anderen Arten</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>PowerPoint</source>
        <translation>PowerPoint</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>reiner Text</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>one day</source>
        <translation>ein Tag</translation>
    </message>
    <message>
        <source>from Monday</source>
        <translation>ab Montag</translation>
    </message>
    <message>
        <source>Monday to Sunday</source>
        <translation>Montag bis Sonntag</translation>
    </message>
    <message>
        <source>up to today</source>
        <translation>bis heute</translation>
    </message>
    <message>
        <source>the whole month</source>
        <translation>der ganze Monat</translation>
    </message>
    <message>
        <source>the whole year</source>
        <translation>das ganze Jahr</translation>
    </message>
    <message>
        <source>the latest one</source>
        <translation>der letzte</translation>
    </message>
    <message>
        <source>day first</source>
        <translation>Tag zuerst</translation>
    </message>
    <message>
        <source>month first</source>
        <translation>Monat zuerst</translation>
    </message>
    <message>
        <source>larger</source>
        <translation>größer</translation>
    </message>
    <message>
        <source>smaller</source>
        <translation>kleiner</translation>
    </message>
    <message>
        <source>between</source>
        <translation>dazwischen</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>over 100 languages</source>
        <translation>über 100 Sprachen</translation>
    </message>
    <message>
        <source>over 200 languages</source>
        <translation>über 200 Sprachen</translation>
    </message>
    <message>
        <source>Gemma terms of use</source>
        <translation>Gemma-Nutzungsbedingungen</translation>
    </message>
    <message>
        <source>Demonstration (drawn objects only)</source>
        <translation>Vorführung (nur gezeichnete Dinge)</translation>
    </message>
    <message>
        <source>The smallest and fastest; right for most laptops and for documents in English.</source>
        <translation>Das kleinste und schnellste; richtig für die meisten Laptops und für englische Dokumente.</translation>
    </message>
    <message>
        <source>As small as MiniLM and better at questions; a good first upgrade for English.</source>
        <translation>So klein wie MiniLM und besser bei Fragen; für Englisch ein guter erster Schritt nach oben.</translation>
    </message>
    <message>
        <source>Half the speed of the smallest models, somewhat better results in English.</source>
        <translation>Halb so schnell wie die kleinsten Modelle, etwas bessere Ergebnisse auf Englisch.</translation>
    </message>
    <message>
        <source>Clearly better results in English for those who can leave the laptop indexing overnight.</source>
        <translation>Deutlich bessere Ergebnisse auf Englisch, wenn der Laptop über Nacht indizieren kann.</translation>
    </message>
    <message>
        <source>A well-tried small model for English with longer passages than MiniLM reads at once.</source>
        <translation>Ein bewährtes kleines Modell für Englisch, das längere Textstellen auf einmal liest als MiniLM.</translation>
    </message>
    <message>
        <source>A well-tried middle-sized model for English; several times slower than the small ones.</source>
        <translation>Ein bewährtes mittelgroßes Modell für Englisch; um ein Mehrfaches langsamer als die kleinen.</translation>
    </message>
    <message>
        <source>The one to pick when documents or questions are in several languages.</source>
        <translation>Die richtige Wahl, wenn Dokumente oder Fragen in mehreren Sprachen sind.</translation>
    </message>
    <message>
        <source>Reads long passages whole; vectors can be cut short to keep a large index small.</source>
        <translation>Liest lange Textstellen am Stück; Vektoren lassen sich kürzen, damit ein großer Index klein bleibt.</translation>
    </message>
    <message>
        <source>Strong in many languages; needs a fast laptop, and its licence has conditions to read first.</source>
        <translation>Stark in vielen Sprachen; braucht einen schnellen Laptop, und seine Lizenz hat Bedingungen, die vorher zu lesen sind.</translation>
    </message>
    <message>
        <source>The best results and by far the slowest; for workstations and small collections.</source>
        <translation>Die besten Ergebnisse und mit Abstand das langsamste; für Workstations und kleine Sammlungen.</translation>
    </message>
    <message>
        <source>The fastest, and good at everyday photos; right for most laptops.</source>
        <translation>Das schnellste, und gut bei Alltagsfotos; richtig für die meisten Laptops.</translation>
    </message>
    <message>
        <source>Sees smaller things than B/32 and finds a little more; takes some four times as long.</source>
        <translation>Sieht kleinere Dinge als B/32 und findet etwas mehr; braucht etwa viermal so lange.</translation>
    </message>
    <message>
        <source>The best results for descriptions in English; as slow as CLIP B/16.</source>
        <translation>Die besten Ergebnisse für Beschreibungen auf Englisch; so langsam wie CLIP B/16.</translation>
    </message>
    <message>
        <source>The one to pick when pictures are described in several languages; needs 2 GB of disk.</source>
        <translation>Die richtige Wahl, wenn Bilder in mehreren Sprachen beschrieben werden; braucht 2 GB Speicherplatz.</translation>
    </message>
    <message>
        <source>The first CLIP, for comparison; the default finds more.</source>
        <translation>Das erste CLIP, zum Vergleich; das übliche Modell findet mehr.</translation>
    </message>
    <message>
        <source>For trying Hunch on its sample library: it knows plain shapes and drawn objects, and no photos.</source>
        <translation>Um Hunch an den Beispieldateien auszuprobieren: kennt einfache Formen und gezeichnete Dinge, aber keine Fotos.</translation>
    </message>
    <message>
        <source>Nothing holds {} word by word; these come closest.</source>
        <translation>Nirgends steht {} wörtlich; diese kommen am nächsten.</translation>
    </message>
    <message>
        <source>No folder here is called “{}”; all were searched.</source>
        <translation>Kein Ordner hier heißt „{}“; alle wurden durchsucht.</translation>
    </message>
    <message>
        <source>No file here is called “{}”; its name was searched for as words.</source>
        <translation>Keine Datei hier heißt „{}“; der Name wurde als Wörter gesucht.</translation>
    </message>
    <message>
        <source>No model has read it yet, so nothing can be said to be like it.</source>
        <translation>Noch hat kein Modell die Datei gelesen; Ähnliches lässt sich deshalb nicht finden.</translation>
    </message>
    <message>
        <source>Nothing here matches; these come closest.</source>
        <translation>Hier passt nichts; diese kommen am nächsten.</translation>
    </message>
    <message>
        <source>Preparing {} for this machine. This is done once and takes a moment.</source>
        <translation>{} wird für diesen Computer vorbereitet. Das geschieht einmal und dauert einen Moment.</translation>
    </message>
    <message>
        <source>{} has read everything and answers from now on.</source>
        <translation>{} hat alles gelesen und antwortet ab jetzt.</translation>
    </message>
    <message>
        <source>{} is indexed already, and this with it.</source>
        <translation>{} ist schon indiziert, und dieser Ordner damit auch.</translation>
    </message>
    <message>
        <source>{} is no longer indexed. Its files were not touched.</source>
        <translation>{} wird nicht mehr indiziert. Die Dateien darin bleiben unberührt.</translation>
    </message>
    <message>
        <source>{} is not there now. What is known of its files stays findable.</source>
        <translation>{} ist zurzeit nicht da. Was von den Dateien darin bekannt ist, bleibt auffindbar.</translation>
    </message>
    <message>
        <source>{} is part of it now and is not read again.</source>
        <translation>{} gehört jetzt dazu und wird nicht noch einmal gelesen.</translation>
    </message>
    <message>
        <source>It was kept as {}; a new index is built from your files.</source>
        <translation>Er wurde als {} aufbewahrt; aus Ihren Dateien entsteht ein neuer Index.</translation>
    </message>
    <message>
        <source>It was kept as {}; the folders are taken from the index.</source>
        <translation>Sie wurde als {} aufbewahrt; die Ordner werden aus dem Index übernommen.</translation>
    </message>
    <message>
        <source>Searched by names and words only. With a model from the Models page Hunch finds by meaning, too.</source>
        <translation>Nur nach Namen und Wörtern gesucht. Mit einem Modell von der Seite „Modelle“ findet Hunch auch nach Bedeutung.</translation>
    </message>
    <message>
        <source>Searched by names and words only. The model has not read the files yet.</source>
        <translation>Nur nach Namen und Wörtern gesucht. Das Modell hat die Dateien noch nicht gelesen.</translation>
    </message>
    <message>
        <source>Searched by names and words only.</source>
        <translation>Nur nach Namen und Wörtern gesucht.</translation>
    </message>
    <message>
        <source>Pictures were not looked at.</source>
        <translation>Bilder wurden nicht angesehen.</translation>
    </message>
    <message>
        <source>Pictures are found by name, date and the text in them. With a picture model from the Models page they are found by what they show, too.</source>
        <translation>Bilder werden nach Name, Datum und dem Text darin gefunden. Mit einem Bildmodell von der Seite „Modelle“ auch nach dem, was sie zeigen.</translation>
    </message>
    <message>
        <source>Until {0} is on this computer, files are found by names and words. Get it on the Models page.</source>
        <translation>Bis {0} auf diesem Computer ist, werden Dateien nach Namen und Wörtern gefunden. Sie erhalten es auf der Seite „Modelle“.</translation>
    </message>
    <message>
        <source>There are more folders than this system lets a program watch, so changes are looked for every ten minutes. To have them noticed at once, raise the limit: {}</source>
        <translation>Es gibt mehr Ordner, als dieses System ein Programm überwachen lässt; Änderungen werden deshalb alle zehn Minuten gesucht. Damit sie sofort bemerkt werden, erhöhen Sie die Grenze: {}</translation>
    </message>
    <message>
        <source>Hunch’s engine stopped again and again. Its log says more.</source>
        <translation>Der Suchdienst von Hunch bricht immer wieder ab. Sein Protokoll sagt mehr.</translation>
    </message>
    <message>
        <source>{what}.</source>
        <translation>{what}.</translation>
    </message>
    <message>
        <source>{what}. {remedy}</source>
        <translation>{what}. {remedy}</translation>
    </message>
    <message>
        <source>{name}: {told}</source>
        <translation>{name}: {told}</translation>
    </message>
    <message>
        <source>Its files are whole.</source>
        <translation>Die Dateien sind unversehrt.</translation>
    </message>
    <message>
        <source>Looking for the file</source>
        <translation>Datei wird gesucht</translation>
    </message>
    <message>
        <source>Importing. A large model takes a minute.</source>
        <translation>Wird importiert. Ein großes Modell braucht eine Minute.</translation>
    </message>
    <message>
        <source>Checking its files</source>
        <translation>Dateien werden geprüft</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>Wird entfernt</translation>
    </message>
    <message>
        <source>Changing over</source>
        <translation>Wird gewechselt</translation>
    </message>
    <message>
        <source>Downloaded. Now it is checked and made ready for this computer.</source>
        <translation>Heruntergeladen. Jetzt wird es geprüft und für diesen Computer vorbereitet.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>{done} of {total}, {speed} a second, {left} left</source>
        <translation>{done} von {total}, {speed} pro Sekunde, noch {left}</translation>
    </message>
    <message>
        <source>{done} of {whole} passages; the old one answers until then.</source>
        <translation>{done} von {whole} Textstellen; bis dahin antwortet das alte.</translation>
    </message>
    <message>
        <source>{done} of {whole} pictures; the old one answers until then.</source>
        <translation>{done} von {whole} Bildern; bis dahin antwortet das alte.</translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation>Indizierung</translation>
    </message>
    <message>
        <source>Below {share}</source>
        <translation>Unter {share}</translation>
    </message>
    <message>
        <source>Wait on battery</source>
        <translation>Im Akkubetrieb warten</translation>
    </message>
    <message>
        <source>Searching works at all times, whatever indexing waits for.</source>
        <translation>Suchen können Sie jederzeit, worauf die Indizierung auch wartet.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Wait while other programs are busy</source>
        <translation>Warten, während andere Programme beschäftigt sind</translation>
    </message>
    <message>
        <source>Indexing goes on when the processor has time again.</source>
        <translation>Die Indizierung geht weiter, wenn der Prozessor wieder Zeit hat.</translation>
    </message>
    <message>
        <source>Wait while something fills the screen</source>
        <translation>Warten, während etwas den Bildschirm ausfüllt</translation>
    </message>
    <message>
        <source>Films, games and presentations are left in peace.</source>
        <translation>Filme, Spiele und Präsentationen bleiben ungestört.</translation>
    </message>
    <message>
        <source>Share of the time to work in</source>
        <translation>Genutzter Anteil der Zeit</translation>
    </message>
    <message>
        <source>Less keeps the computer cooler and quieter, and takes longer.</source>
        <translation>Weniger hält den Computer kühler und leiser und dauert länger.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Read the text in pictures</source>
        <translation>Text in Bildern lesen</translation>
    </message>
    <message>
        <source>Screenshots, receipts and scanned pages, after everything else; a page takes some seconds.</source>
        <translation>Bildschirmfotos, Belege und gescannte Seiten, nach allem anderen; eine Seite dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>Read hidden files and folders</source>
        <translation>Versteckte Dateien und Ordner lesen</translation>
    </message>
    <message>
        <source>Those of programs mostly; their names begin with a dot.</source>
        <translation>Meist gehören sie zu Programmen; ihre Namen beginnen mit einem Punkt.</translation>
    </message>
    <message>
        <source>Largest file to read</source>
        <translation>Größte Datei, die gelesen wird</translation>
    </message>
    <message>
        <source>Larger ones are found by their name, and listed under Problems.</source>
        <translation>Größere werden über ihren Namen gefunden und unter „Probleme“ aufgeführt.</translation>
    </message>
    <message>
        <source>Files read at the same time</source>
        <translation>Gleichzeitig gelesene Dateien</translation>
    </message>
    <message>
        <source>By the processor</source>
        <translation>Je nach Prozessor</translation>
    </message>
    <message>
        <source>Longest time for one file</source>
        <translation>Längste Zeit für eine Datei</translation>
    </message>
    <message>
        <source>What takes longer is given up and listed under Problems.</source>
        <translation>Was länger dauert, wird abgebrochen und unter „Probleme“ aufgeführt.</translation>
    </message>
    <message>
        <source> s</source>
        <comment>unit after a number: seconds</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>Most memory for reading one file</source>
        <translation>Höchster Arbeitsspeicher für das Lesen einer Datei</translation>
    </message>
    <message>
        <source> MB</source>
        <comment>unit after a number</comment>
        <translation> MB</translation>
    </message>
    <message>
        <source>Compare all folders every</source>
        <translation>Alle Ordner abgleichen im Abstand von</translation>
    </message>
    <message>
        <source>Changes are noticed at once; this finds the few that no system tells of.</source>
        <translation>Änderungen werden sofort bemerkt; dies findet die wenigen, die kein System meldet.</translation>
    </message>
    <message>
        <source> min</source>
        <comment>unit after a number: minutes</comment>
        <translation> min</translation>
    </message>
    <message>
        <source>Keep models in memory for</source>
        <translation>Modelle im Arbeitsspeicher halten für</translation>
    </message>
    <message>
        <source>The first search after that takes a second longer.</source>
        <translation>Die erste Suche danach dauert eine Sekunde länger.</translation>
    </message>
    <message>
        <source>Stop when the disk has less free than</source>
        <translation>Anhalten, wenn auf dem Datenträger weniger frei ist als</translation>
    </message>
    <message>
        <source>The desktop has set them to {keys}.</source>
        <translation>Die Desktop-Umgebung hat sie auf {keys} gesetzt.</translation>
    </message>
    <message>
        <source>Another program has these keys. Choose others.</source>
        <translation>Ein anderes Programm hat diese Tasten. Wählen Sie andere.</translation>
    </message>
    <message>
        <source>This keyboard cannot send these keys. Choose others.</source>
        <translation>Diese Tastatur kann diese Tasten nicht senden. Wählen Sie andere.</translation>
    </message>
    <message>
        <source>The desktop is asking you whether Hunch may use these keys.</source>
        <translation>Die Desktop-Umgebung fragt Sie, ob Hunch diese Tasten verwenden darf.</translation>
    </message>
    <message>
        <source>This desktop lets no program choose keys for itself. In its keyboard settings, bind any keys to the command: hunch toggle</source>
        <translation>Diese Desktop-Umgebung lässt kein Programm selbst Tasten wählen. Weisen Sie in ihren Tastatureinstellungen beliebige Tasten diesem Befehl zu: hunch toggle</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Spreadsheets</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>Präsentationen</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mails</translation>
    </message>
    <message>
        <source>Source code</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Letztes Jahr</translation>
    </message>
    <message>
        <source>Before last year</source>
        <translation>Vor dem letzten Jahr</translation>
    </message>
    <message>
        <source>Another type…</source>
        <translation>Andere Art …</translation>
    </message>
    <message>
        <source>Another time…</source>
        <translation>Andere Zeit …</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Anderer Ordner …</translation>
    </message>
    <message>
        <source>Another size…</source>
        <translation>Andere Größe …</translation>
    </message>
    <message>
        <source>Type: {value}</source>
        <translation>Art: {value}</translation>
    </message>
    <message>
        <source>Ending: {value}</source>
        <translation>Endung: {value}</translation>
    </message>
    <message>
        <source>In {value}</source>
        <translation>In {value}</translation>
    </message>
    <message>
        <source>Since {value}</source>
        <translation>Seit {value}</translation>
    </message>
    <message>
        <source>Before {value}</source>
        <translation>Vor {value}</translation>
    </message>
    <message>
        <source>Changed {value}</source>
        <translation>Geändert {value}</translation>
    </message>
    <message>
        <source>Size {value}</source>
        <translation>Größe {value}</translation>
    </message>
    <message>
        <source>Name has {value}</source>
        <translation>Name enthält {value}</translation>
    </message>
    <message>
        <source>Like {value}</source>
        <translation>Wie {value}</translation>
    </message>
    <message>
        <source>Not: {filter}</source>
        <translation>Nicht: {filter}</translation>
    </message>
    <message>
        <source>More like {name}</source>
        <translation>Mehr wie {name}</translation>
    </message>
    <message>
        <source>Less like {name}</source>
        <translation>Weniger wie {name}</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>Smaller than 100 kB</source>
        <translation>Kleiner als 100 kB</translation>
    </message>
    <message>
        <source>Larger than 1 MB</source>
        <translation>Größer als 1 MB</translation>
    </message>
    <message>
        <source>Larger than 10 MB</source>
        <translation>Größer als 10 MB</translation>
    </message>
    <message>
        <source>Larger than 100 MB</source>
        <translation>Größer als 100 MB</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>below here is chance</source>
        <translation>ab hier nur noch Zufall</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>Nicht mehr da</translation>
    </message>
    <message>
        <source>Disk not connected</source>
        <translation>Datenträger nicht angeschlossen</translation>
    </message>
    <message>
        <source>{name} in {folder}</source>
        <translation>{name} in {folder}</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>The selected file</source>
        <translation>Die ausgewählte Datei</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Quick search</source>
        <translation>Schnellsuche</translation>
    </message>
    <message>
        <source>Go to the search field</source>
        <translation>Zum Suchfeld gehen</translation>
    </message>
    <message>
        <source>Earlier searches</source>
        <translation>Frühere Suchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>A file is missing</source>
        <translation>Eine Datei fehlt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Copy the passage</source>
        <translation>Textstelle kopieren</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Find similar files</source>
        <translation>Ähnliche Dateien suchen</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Mehr in dieser Art</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>Weniger in dieser Art</translation>
    </message>
    <message>
        <source>Show its other versions</source>
        <translation>Andere Versionen zeigen</translation>
    </message>
    <message>
        <source>Hide its other versions</source>
        <translation>Andere Versionen ausblenden</translation>
    </message>
    <message>
        <source>Why is it here?</source>
        <translation>Warum dieser Treffer?</translation>
    </message>
    <message>
        <source>Show or hide the preview</source>
        <translation>Vorschau ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Next passage found</source>
        <translation>Nächste gefundene Stelle</translation>
    </message>
    <message>
        <source>Previous passage found</source>
        <translation>Vorige gefundene Stelle</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>An Breite anpassen</translation>
    </message>
    <message>
        <source>Pause indexing, or go on</source>
        <translation>Indizierung pausieren oder fortsetzen</translation>
    </message>
    <message>
        <source>Keyboard help</source>
        <translation>Hilfe zur Tastatur</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Show more in the window</source>
        <translation>Mehr im Fenster anzeigen</translation>
    </message>
    <message>
        <source>Hide the quick search</source>
        <translation>Schnellsuche ausblenden</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Markdown text</source>
        <translation>Markdown-Text</translation>
    </message>
    <message>
        <source>reStructuredText</source>
        <translation>reStructuredText</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Table of values</source>
        <translation>Wertetabelle</translation>
    </message>
    <message>
        <source>JSON data</source>
        <translation>JSON-Daten</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF-Dokument</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word-Dokument</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>OpenDocument-Text</translation>
    </message>
    <message>
        <source>Rich text</source>
        <translation>Formatierter Text</translation>
    </message>
    <message>
        <source>PowerPoint slides</source>
        <translation>PowerPoint-Präsentation</translation>
    </message>
    <message>
        <source>OpenDocument slides</source>
        <translation>OpenDocument-Präsentation</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel-Arbeitsmappe</translation>
    </message>
    <message>
        <source>OpenDocument spreadsheet</source>
        <translation>OpenDocument-Tabelle</translation>
    </message>
    <message>
        <source>Electronic book</source>
        <translation>E-Book</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>Postfach</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>Notebook</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>XML data</source>
        <translation>XML-Daten</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>d MMM yy</source>
        <comment>date format of Qt: day month year</comment>
        <translation>d. MMM yy</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>Seite {number}</translation>
    </message>
    <message>
        <source>slide {number}</source>
        <translation>Folie {number}</translation>
    </message>
    <message>
        <source>frame {number}</source>
        <translation>Einzelbild {number}</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>Zeile {number}</translation>
    </message>
    <message>
        <source>sheet {name}</source>
        <translation>Blatt {name}</translation>
    </message>
    <message>
        <source>cell {name}</source>
        <translation>Zelle {name}</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>text in picture</source>
        <translation>Text im Bild</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>looks like it</source>
        <translation>sieht so aus</translation>
    </message>
    <message>
        <source>Everything is up to date</source>
        <translation>Alles ist auf dem neuesten Stand</translation>
    </message>
    <message>
        <source>{count}/min</source>
        <translation>{count}/min</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>noch {duration}</translation>
    </message>
    <message>
        <source>Looking for changes in {folder}</source>
        <translation>Sucht nach Änderungen in {folder}</translation>
    </message>
    <message>
        <source>Indexing {folder}</source>
        <translation>Indiziert {folder}</translation>
    </message>
    <message>
        <source>Looking for changes</source>
        <translation>Sucht nach Änderungen</translation>
    </message>
    <message>
        <source>Preparing search by meaning</source>
        <translation>Bereitet die Suche nach Bedeutung vor</translation>
    </message>
    <message>
        <source>Looking at pictures</source>
        <translation>Sieht Bilder an</translation>
    </message>
    <message>
        <source>Reading text in pictures</source>
        <translation>Liest Text in Bildern</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Paused until {time}</source>
        <translation>Pausiert bis {time}</translation>
    </message>
    <message>
        <source>Paused until tomorrow, {time}</source>
        <translation>Pausiert bis morgen, {time}</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Persönlicher Ordner</translation>
    </message>
    <message>
        <source>No folder is chosen yet</source>
        <translation>Noch ist kein Ordner gewählt</translation>
    </message>
    <message>
        <source>Choose the folders you want to search. What is in them stays on this computer.</source>
        <translation>Wählen Sie die Ordner, die Sie durchsuchen möchten. Was darin ist, bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Choose folders</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Nothing here matches</source>
        <translation>Hier passt nichts</translation>
    </message>
    <message>
        <source>No file fits all the filters and words together.</source>
        <translation>Keine Datei passt zu allen Filtern und Wörtern zugleich.</translation>
    </message>
    <message>
        <source>Remove the filters</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>Only one way of searching was tried.</source>
        <translation>Nur eine Art der Suche wurde versucht.</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>Nothing found so far</source>
        <translation>Bisher nichts gefunden</translation>
    </message>
    <message>
        <source>Try fewer words, or others: what was it about? A folder that is not chosen is not searched.</source>
        <translation>Versuchen Sie es mit weniger oder anderen Wörtern: Worum ging es? Nicht gewählte Ordner werden nicht durchsucht.</translation>
    </message>
    <message>
        <source>Look at the folders</source>
        <translation>Ordner ansehen</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Words only</source>
        <translation>Nur Wörter</translation>
    </message>
    <message>
        <source>By meaning only</source>
        <translation>Nur nach Bedeutung</translation>
    </message>
    <message>
        <source>Pictures by sight</source>
        <translation>Bilder nach Aussehen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>A part of Hunch is missing ({}). Install it anew.</source>
        <translation>Ein Teil von Hunch fehlt ({}). Installieren Sie es neu.</translation>
    </message>
    <message>
        <source>A part of it is over {} when unpacked.</source>
        <translation>Ein Teil davon ist entpackt größer als {}.</translation>
    </message>
    <message>
        <source>A part of the message is broken.</source>
        <translation>Ein Teil der Nachricht ist beschädigt.</translation>
    </message>
    <message>
        <source>A part of the message is too large.</source>
        <translation>Ein Teil der Nachricht ist zu groß.</translation>
    </message>
    <message>
        <source>And {} more parts could not be read.</source>
        <translation>Weitere Teile, die sich nicht lesen ließen: {}.</translation>
    </message>
    <message>
        <source>Archives are nested more than {} levels deep.</source>
        <translation>Archive sind mehr als {} Ebenen tief verschachtelt.</translation>
    </message>
    <message>
        <source>Attachment {} could not be read.</source>
        <translation>Anhang {} ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>Check the name, or connect the disk it is on.</source>
        <translation>Prüfen Sie den Namen, oder verbinden Sie den Datenträger.</translation>
    </message>
    <message>
        <source>Choose the folder it is in.</source>
        <translation>Wählen Sie den Ordner, in dem sie liegt.</translation>
    </message>
    <message>
        <source>Drawing it was stopped after {} seconds. Open it with another program.</source>
        <translation>Das Zeichnen wurde nach {} Sekunden beendet. Öffnen Sie die Datei mit einem anderen Programm.</translation>
    </message>
    <message>
        <source>Folders are nested too deep here. Move it higher up.</source>
        <translation>Die Ordner sind hier zu tief verschachtelt. Verschieben Sie ihn weiter nach oben.</translation>
    </message>
    <message>
        <source>Hunch does not know this format.</source>
        <translation>Hunch kennt dieses Format nicht.</translation>
    </message>
    <message>
        <source>Hunch does not open 7-Zip archives. Pack it as zip to have it found.</source>
        <translation>Hunch öffnet keine 7-Zip-Archive. Packen Sie es als ZIP, damit der Inhalt gefunden wird.</translation>
    </message>
    <message>
        <source>Hunch does not open RAR archives. Pack it as zip to have it found.</source>
        <translation>Hunch öffnet keine RAR-Archive. Packen Sie es als ZIP, damit der Inhalt gefunden wird.</translation>
    </message>
    <message>
        <source>Hunch does not read JPEG XL. Save it as JPEG or PNG to have it found.</source>
        <translation>Hunch liest kein JPEG XL. Speichern Sie das Bild als JPEG oder PNG, damit es gefunden wird.</translation>
    </message>
    <message>
        <source>Hunch may not read it. Give yourself the right to read it.</source>
        <translation>Hunch darf sie nicht lesen. Geben Sie sich das Leserecht.</translation>
    </message>
    <message>
        <source>It cannot be drawn here. Open it with another program.</source>
        <translation>Das lässt sich hier nicht darstellen. Öffnen Sie die Datei mit einem anderen Programm.</translation>
    </message>
    <message>
        <source>It cannot be unpacked to its end.</source>
        <translation>Das Archiv lässt sich nicht bis zum Ende entpacken.</translation>
    </message>
    <message>
        <source>It cannot be unpacked.</source>
        <translation>Lässt sich nicht entpacken.</translation>
    </message>
    <message>
        <source>It changed before the text in it was read.</source>
        <translation>Die Datei wurde geändert, bevor der Text darin gelesen war.</translation>
    </message>
    <message>
        <source>It claims more pixels than fit into memory.</source>
        <translation>Das Bild gibt mehr Pixel an, als in den Speicher passen.</translation>
    </message>
    <message>
        <source>It declares XML entities or a document type, which can be used to fill the memory.</source>
        <translation>Die Datei enthält XML-Entitäten oder einen Dokumenttyp, womit sich der Speicher füllen lässt.</translation>
    </message>
    <message>
        <source>It does not begin like an RTF file.</source>
        <translation>Die Datei beginnt nicht wie eine RTF-Datei.</translation>
    </message>
    <message>
        <source>It has no page {}.</source>
        <translation>Es gibt darin keine Seite {}.</translation>
    </message>
    <message>
        <source>It holds data of a program, not text.</source>
        <translation>Die Datei enthält Programmdaten, keinen Text.</translation>
    </message>
    <message>
        <source>It holds more text than can be kept.</source>
        <translation>Die Datei enthält mehr Text, als aufbewahrt werden kann.</translation>
    </message>
    <message>
        <source>It holds more than {} members.</source>
        <translation>Das Archiv enthält mehr als {} Dateien.</translation>
    </message>
    <message>
        <source>It holds no mail.</source>
        <translation>Die Datei enthält keine E-Mail.</translation>
    </message>
    <message>
        <source>It holds no mails.</source>
        <translation>Die Datei enthält keine E-Mails.</translation>
    </message>
    <message>
        <source>It is a drawing without an area.</source>
        <translation>Die Zeichnung hat keine Fläche.</translation>
    </message>
    <message>
        <source>It is a folder, a pipe or a device, not a document.</source>
        <translation>Das ist ein Ordner, eine Pipe oder ein Gerät, kein Dokument.</translation>
    </message>
    <message>
        <source>It is a link. Add the folder it leads to instead.</source>
        <translation>Das ist eine Verknüpfung. Fügen Sie den Ordner hinzu, auf den sie zeigt.</translation>
    </message>
    <message>
        <source>It is a picture without a single pixel.</source>
        <translation>Das Bild hat keinen einzigen Pixel.</translation>
    </message>
    <message>
        <source>It is a socket or a device, not a document.</source>
        <translation>Das ist ein Socket oder ein Gerät, kein Dokument.</translation>
    </message>
    <message>
        <source>It is an older program&apos;s file of a kind Hunch does not know.</source>
        <translation>Die Datei stammt von einem älteren Programm und ist von einer Art, die Hunch nicht kennt.</translation>
    </message>
    <message>
        <source>It is broken.</source>
        <translation>Beschädigt.</translation>
    </message>
    <message>
        <source>It is not a complete PDF.</source>
        <translation>Das PDF ist nicht vollständig.</translation>
    </message>
    <message>
        <source>It is not a complete notebook.</source>
        <translation>Das Notebook ist nicht vollständig.</translation>
    </message>
    <message>
        <source>It is not a complete workbook.</source>
        <translation>Die Arbeitsmappe ist nicht vollständig.</translation>
    </message>
    <message>
        <source>It is not a complete zip file.</source>
        <translation>Die ZIP-Datei ist nicht vollständig.</translation>
    </message>
    <message>
        <source>It is not a drawing.</source>
        <translation>Das ist keine Zeichnung.</translation>
    </message>
    <message>
        <source>It is not a notebook.</source>
        <translation>Das ist kein Notebook.</translation>
    </message>
    <message>
        <source>It is not a picture of a known kind, or its beginning is broken.</source>
        <translation>Das ist kein Bild bekannter Art, oder sein Anfang ist beschädigt.</translation>
    </message>
    <message>
        <source>It is not an archive, or its beginning is broken.</source>
        <translation>Das ist kein Archiv, oder sein Anfang ist beschädigt.</translation>
    </message>
    <message>
        <source>It is one of the folders it lies in, mounted again, and was not entered twice.</source>
        <translation>Das ist noch einmal einer der Ordner, in denen er liegt; er wurde nicht ein zweites Mal gelesen.</translation>
    </message>
    <message>
        <source>It is over {} MB.</source>
        <translation>Die Datei ist größer als {} MB.</translation>
    </message>
    <message>
        <source>It is over {}, the limit for this kind of file.</source>
        <translation>Die Datei ist größer als {}, die Grenze für diese Art.</translation>
    </message>
    <message>
        <source>It is packed with a method Hunch does not know.</source>
        <translation>Die Datei ist mit einem Verfahren gepackt, das Hunch nicht kennt.</translation>
    </message>
    <message>
        <source>It is read up to {} million characters, {} seconds, {} members and {} MB unpacked.</source>
        <translation>Gelesen wird bis zu {} Millionen Zeichen, {} Sekunden, {} enthaltenen Dateien und {} MB entpackt.</translation>
    </message>
    <message>
        <source>It unpacks to more than {} MB.</source>
        <translation>Entpackt sind es mehr als {} MB.</translation>
    </message>
    <message>
        <source>It unpacks to more than {} times its size.</source>
        <translation>Entpackt ist es mehr als {}-mal so groß.</translation>
    </message>
    <message>
        <source>It unpacks to more than {}.</source>
        <translation>Entpackt sind es mehr als {}.</translation>
    </message>
    <message>
        <source>It was deleted or moved while Hunch was at work.</source>
        <translation>Sie wurde gelöscht oder verschoben, während Hunch daran arbeitete.</translation>
    </message>
    <message>
        <source>It was deleted or moved while it was read.</source>
        <translation>Sie wurde gelöscht oder verschoben, während sie gelesen wurde.</translation>
    </message>
    <message>
        <source>It was written by a PowerPoint older than 97. Save it anew as .pptx.</source>
        <translation>Die Datei stammt von einem PowerPoint vor 97. Speichern Sie sie neu als .pptx.</translation>
    </message>
    <message>
        <source>It was written by a Word older than Word 6. Save it anew as .docx.</source>
        <translation>Die Datei stammt von einem Word vor Word 6. Speichern Sie sie neu als .docx.</translation>
    </message>
    <message>
        <source>It was written by a program older than Office 95, or by another one.</source>
        <translation>Die Datei stammt von einem Programm vor Office 95 oder von einem anderen.</translation>
    </message>
    <message>
        <source>It was written to while it was read. It is read again later.</source>
        <translation>Sie wurde beim Lesen geändert und wird später noch einmal gelesen.</translation>
    </message>
    <message>
        <source>Its beginning is cut off.</source>
        <translation>Der Anfang fehlt.</translation>
    </message>
    <message>
        <source>Its content is protected by a password.</source>
        <translation>Der Inhalt ist durch ein Passwort geschützt.</translation>
    </message>
    <message>
        <source>Its elements are drawn over {} times.</source>
        <translation>Die Elemente werden mehr als {}-mal gezeichnet.</translation>
    </message>
    <message>
        <source>Its elements are nested over {} levels deep.</source>
        <translation>Die Elemente sind mehr als {} Ebenen tief verschachtelt.</translation>
    </message>
    <message>
        <source>Its elements refer to each other in a circle.</source>
        <translation>Die Elemente verweisen im Kreis aufeinander.</translation>
    </message>
    <message>
        <source>Its groups are nested more than {} levels deep.</source>
        <translation>Die Gruppen sind mehr als {} Ebenen tief verschachtelt.</translation>
    </message>
    <message>
        <source>Its inner file table is broken.</source>
        <translation>Das innere Dateiverzeichnis ist beschädigt.</translation>
    </message>
    <message>
        <source>Its page {} cannot be drawn.</source>
        <translation>Die Seite {} lässt sich nicht darstellen.</translation>
    </message>
    <message>
        <source>Its pages are empty.</source>
        <translation>Die Seiten sind leer.</translation>
    </message>
    <message>
        <source>Its part {} cannot be unpacked.</source>
        <translation>Der Teil {} lässt sich nicht entpacken.</translation>
    </message>
    <message>
        <source>Its part {} is missing or broken.</source>
        <translation>Der Teil {} fehlt oder ist beschädigt.</translation>
    </message>
    <message>
        <source>Its part {} is missing.</source>
        <translation>Der Teil {} fehlt.</translation>
    </message>
    <message>
        <source>Its reader failed ({}).</source>
        <translation>Das Lesen schlug fehl ({}).</translation>
    </message>
    <message>
        <source>Its reader failed on it ({}).</source>
        <translation>Das Lesen schlug fehl ({}).</translation>
    </message>
    <message>
        <source>Its table of slides is broken.</source>
        <translation>Das Verzeichnis der Folien ist beschädigt.</translation>
    </message>
    <message>
        <source>Its table of text pieces is broken.</source>
        <translation>Das Verzeichnis der Textstücke ist beschädigt.</translation>
    </message>
    <message>
        <source>Its table of text pieces is missing.</source>
        <translation>Das Verzeichnis der Textstücke fehlt.</translation>
    </message>
    <message>
        <source>Its text is cut off.</source>
        <translation>Der Text ist abgeschnitten.</translation>
    </message>
    <message>
        <source>Its text is packed in an unknown way.</source>
        <translation>Der Text ist auf unbekannte Weise gepackt.</translation>
    </message>
    <message>
        <source>Its text is too long.</source>
        <translation>Der Text ist zu lang.</translation>
    </message>
    <message>
        <source>Its {} x {} pixels need more memory than one file may take.</source>
        <translation>Seine {} x {} Pixel brauchen mehr Speicher, als eine Datei belegen darf.</translation>
    </message>
    <message>
        <source>Message {} is damaged ({}).</source>
        <translation>Nachricht {} ist beschädigt ({}).</translation>
    </message>
    <message>
        <source>One of its XML parts is over {} MB.</source>
        <translation>Einer der XML-Teile ist größer als {} MB.</translation>
    </message>
    <message>
        <source>One of its sheets spans more than {} million cells.</source>
        <translation>Eines der Blätter hat mehr als {} Millionen Zellen.</translation>
    </message>
    <message>
        <source>Only its first {} pages were read.</source>
        <translation>Nur die ersten {} Seiten wurden gelesen.</translation>
    </message>
    <message>
        <source>Only the first rows and columns of the sheet {} were read.</source>
        <translation>Vom Blatt {} wurden nur die ersten Zeilen und Spalten gelesen.</translation>
    </message>
    <message>
        <source>Only the first {} MB were read.</source>
        <translation>Nur die ersten {} MB wurden gelesen.</translation>
    </message>
    <message>
        <source>Only the first {} mails were read.</source>
        <translation>Nur die ersten {} E-Mails wurden gelesen.</translation>
    </message>
    <message>
        <source>Only the first {} of {} pages were read.</source>
        <translation>Nur die ersten {} von {} Seiten wurden gelesen.</translation>
    </message>
    <message>
        <source>Only the first {} parts were read.</source>
        <translation>Nur die ersten {} Teile wurden gelesen.</translation>
    </message>
    <message>
        <source>Open it with another program to give its password.</source>
        <translation>Öffnen Sie die Datei mit einem anderen Programm, um das Passwort einzugeben.</translation>
    </message>
    <message>
        <source>Page {} could not be read.</source>
        <translation>Seite {} ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>Pages that could not be read: {}.</source>
        <translation>Seiten, die sich nicht lesen ließen: {}.</translation>
    </message>
    <message>
        <source>Reading it needs more memory than one file may take.</source>
        <translation>Das Lesen braucht mehr Speicher, als eine Datei belegen darf.</translation>
    </message>
    <message>
        <source>Reading it was cut off each time. It is tried again when it changes.</source>
        <translation>Das Lesen brach jedes Mal ab. Es wird wieder versucht, wenn sich die Datei ändert.</translation>
    </message>
    <message>
        <source>Reading was stopped after {} seconds. A larger extract_timeout_s may help.</source>
        <translation>Das Lesen wurde nach {} Sekunden beendet. Eine längere Zeit für eine Datei in den Einstellungen kann helfen.</translation>
    </message>
    <message>
        <source>Reading was stopped at {} MB of memory. A larger extract_memory_mb may help.</source>
        <translation>Das Lesen wurde bei {} MB Speicher beendet. Mehr Speicher für eine Datei in den Einstellungen kann helfen.</translation>
    </message>
    <message>
        <source>Save a copy without a password to have it found by its content.</source>
        <translation>Speichern Sie eine Kopie ohne Passwort, damit der Inhalt gefunden wird.</translation>
    </message>
    <message>
        <source>Slide {}:</source>
        <translation>Folie {}:</translation>
    </message>
    <message>
        <source>Text is read from pictures and scanned pages only.</source>
        <translation>Text wird nur aus Bildern und gescannten Seiten gelesen.</translation>
    </message>
    <message>
        <source>The archive is broken further on; only its beginning was read.</source>
        <translation>Das Archiv ist weiter hinten beschädigt; nur der Anfang wurde gelesen.</translation>
    </message>
    <message>
        <source>The book is copy-protected; only its own reading program can open it.</source>
        <translation>Das Buch ist kopiergeschützt; nur das eigene Leseprogramm kann es öffnen.</translation>
    </message>
    <message>
        <source>The camera put no preview into it. Export it as JPEG to have it found.</source>
        <translation>Die Kamera hat keine Vorschau darin abgelegt. Exportieren Sie das Bild als JPEG, damit es gefunden wird.</translation>
    </message>
    <message>
        <source>The drawing cannot be drawn.</source>
        <translation>Die Zeichnung lässt sich nicht darstellen.</translation>
    </message>
    <message>
        <source>The end of the file could not be read.</source>
        <translation>Das Ende der Datei ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>The folder could not be listed ({}).</source>
        <translation>Der Inhalt des Ordners ließ sich nicht auflisten ({}).</translation>
    </message>
    <message>
        <source>The list of its chapters is missing.</source>
        <translation>Das Verzeichnis der Kapitel fehlt.</translation>
    </message>
    <message>
        <source>The picture is broken or not complete.</source>
        <translation>Das Bild ist beschädigt oder unvollständig.</translation>
    </message>
    <message>
        <source>The reader ended without an answer; the file may be damaged. It is tried again when it changes.</source>
        <translation>Das Lesen endete ohne Ergebnis; die Datei ist vielleicht beschädigt. Es wird wieder versucht, wenn sie sich ändert.</translation>
    </message>
    <message>
        <source>The sheet {} could not be read ({}).</source>
        <translation>Das Blatt {} ließ sich nicht lesen ({}).</translation>
    </message>
    <message>
        <source>The system reports: {}.</source>
        <translation>Das System meldet: {}.</translation>
    </message>
    <message>
        <source>The text of a drawing is known without reading its picture.</source>
        <translation>Der Text einer Zeichnung ist auch ohne Lesen ihres Bildes bekannt.</translation>
    </message>
    <message>
        <source>The text of the mail could not be read.</source>
        <translation>Der Text der E-Mail ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>There are no files in it.</source>
        <translation>Es sind keine Dateien darin.</translation>
    </message>
    <message>
        <source>There is nothing in it.</source>
        <translation>Es ist nichts darin.</translation>
    </message>
    <message>
        <source>There is nothing to read in it but perhaps blanks.</source>
        <translation>Es ist nichts zu lesen darin, höchstens Leerzeichen.</translation>
    </message>
    <message>
        <source>Unpack it, or pack it without a password, to have it found by its content.</source>
        <translation>Entpacken Sie es, oder packen Sie es ohne Passwort, damit der Inhalt gefunden wird.</translation>
    </message>
    <message>
        <source>{} is missing. Install Hunch anew.</source>
        <translation>{} fehlt. Installieren Sie Hunch neu.</translation>
    </message>
    <message>
        <source>{} members need a password: {}.</source>
        <translation>{} enthaltene Dateien brauchen ein Passwort: {}.</translation>
    </message>
    <message>
        <source>{} of the package rapidocr is not there. Install Hunch anew.</source>
        <translation>{} aus dem Paket rapidocr fehlt. Installieren Sie Hunch neu.</translation>
    </message>
    <message>
        <source>{} of {} pages are empty: {}.</source>
        <translation>{} von {} Seiten sind leer: {}.</translation>
    </message>
    <message>
        <source>same content</source>
        <translation>gleicher Inhalt</translation>
    </message>
    <message>
        <source>nearly the same text</source>
        <translation>fast gleicher Text</translation>
    </message>
    <message>
        <source>other version</source>
        <translation>andere Fassung</translation>
    </message>
    <message>
        <source>same picture</source>
        <translation>gleiches Bild</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Same content</source>
        <translation>Gleicher Inhalt</translation>
    </message>
    <message>
        <source>Nearly the same text</source>
        <translation>Fast gleicher Text</translation>
    </message>
    <message>
        <source>Other version</source>
        <translation>Andere Fassung</translation>
    </message>
    <message>
        <source>Same picture</source>
        <translation>Gleiches Bild</translation>
    </message>
    <message>
        <source>+{count}</source>
        <translation>+{count}</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Numbers and codes</source>
        <translation>Nummern und Kennungen</translation>
    </message>
    <message>
        <source>Its words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>What it looks like</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>waits to be read</source>
        <translation>wartet auf das Lesen</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>found by its name only</source>
        <translation>nur nach ihrem Namen zu finden</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first} {second}</translation>
    </message>
</context>
<context>
    <name>WorkCard</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) to read</source>
        <translation>
            <numerusform>%Ln Datei zu lesen</numerusform>
            <numerusform>%Ln Dateien zu lesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) to prepare for search by meaning</source>
        <translation>
            <numerusform>%Ln Textstelle für die Suche nach Bedeutung vorzubereiten</numerusform>
            <numerusform>%Ln Textstellen für die Suche nach Bedeutung vorzubereiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) to look at</source>
        <translation>
            <numerusform>%Ln Bild anzusehen</numerusform>
            <numerusform>%Ln Bilder anzusehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>text in %Ln picture(s) to read</source>
        <translation>
            <numerusform>Text in %Ln Bild zu lesen</numerusform>
            <numerusform>Text in %Ln Bildern zu lesen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Components</name>
    <message>
        <source>see its text</source>
        <translation>siehe dort den Text</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
</context>
<context>
    <name>_Veil</name>
    <message>
        <source>Drop to add</source>
        <translation>Zum Hinzufügen ablegen</translation>
    </message>
</context>
<context>
    <name>parent</name>
    <message>
        <source>Pause for 15 minutes</source>
        <translation>15 Minuten pausieren</translation>
    </message>
    <message>
        <source>Pause for 1 hour</source>
        <translation>1 Stunde pausieren</translation>
    </message>
    <message>
        <source>Pause until tomorrow</source>
        <translation>Bis morgen pausieren</translation>
    </message>
    <message>
        <source>Pause until I resume</source>
        <translation>Pausieren, bis ich fortsetze</translation>
    </message>
</context>
</TS>
