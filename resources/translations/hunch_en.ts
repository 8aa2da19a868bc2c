<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AddFolders</name>
    <message numerus="yes">
        <source>Add %Ln folder(s)</source>
        <translation>
            <numerusform>Add %Ln folder</numerusform>
            <numerusform>Add %Ln folders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseFolders</name>
    <message numerus="yes">
        <source>Together %Ln file(s), {size}</source>
        <translation>
            <numerusform>Together %Ln file, {size}</numerusform>
            <numerusform>Together %Ln files, {size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChosenProblem</name>
    <message numerus="yes">
        <source>%Ln file(s) selected</source>
        <translation>
            <numerusform>%Ln file selected</numerusform>
            <numerusform>%Ln files selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s)</source>
        <translation>
            <numerusform>about %n hour</numerusform>
            <numerusform>about %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n day(s)</source>
        <translation>
            <numerusform>about %n day</numerusform>
            <numerusform>about %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are still to be read; what is in them will be found then.</source>
        <translation>
            <numerusform>%Ln file is still to be read; what is in it will be found then.</numerusform>
            <numerusform>%Ln files are still to be read; what is in them will be found then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more version(s)</source>
        <translation>
            <numerusform>%Ln more version</numerusform>
            <numerusform>%Ln more versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <translation>
            <numerusform>%Ln group</numerusform>
            <numerusform>%Ln groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln passage</numerusform>
            <numerusform>%Ln passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln page</numerusform>
            <numerusform>%Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) read</source>
        <translation>
            <numerusform>%Ln passage read</numerusform>
            <numerusform>%Ln passages read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) still to be read</source>
        <translation>
            <numerusform>%Ln page still to be read</numerusform>
            <numerusform>%Ln pages still to be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) here have it</source>
        <translation>
            <numerusform>%Ln passage here has it</numerusform>
            <numerusform>%Ln passages here have it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message numerus="yes">
        <source>Read %Ln file(s) again</source>
        <translation>
            <numerusform>Read %Ln file again</numerusform>
            <numerusform>Read %Ln files again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) will be read again</source>
        <translation>
            <numerusform>%Ln file will be read again</numerusform>
            <numerusform>%Ln files will be read again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) copied</source>
        <translation>
            <numerusform>%Ln line copied</numerusform>
            <numerusform>%Ln lines copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation>
            <numerusform>%Ln could not be read</numerusform>
            <numerusform>%Ln could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are read but for a part</source>
        <translation>
            <numerusform>%Ln is read but for a part</numerusform>
            <numerusform>%Ln are read but for a part</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are found by name only</source>
        <translation>
            <numerusform>%Ln is found by name only</numerusform>
            <numerusform>%Ln are found by name only</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RootRow</name>
    <message numerus="yes">
        <source>%Ln file(s) can be found</source>
        <translation>
            <numerusform>%Ln file can be found</numerusform>
            <numerusform>%Ln files can be found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation>
            <numerusform>%Ln could not be read</numerusform>
            <numerusform>%Ln could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found by name only</source>
        <translation>
            <numerusform>%Ln found by name only</numerusform>
            <numerusform>%Ln found by name only</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesCard</name>
    <message numerus="yes">
        <source>%Ln file(s) that can be found now would be left out</source>
        <translation>
            <numerusform>%Ln file that can be found now would be left out</numerusform>
            <numerusform>%Ln files that can be found now would be left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchingSection</name>
    <message numerus="yes">
        <source>%n search(es) kept</source>
        <translation>
            <numerusform>%n search kept</numerusform>
            <numerusform>%n searches kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message numerus="yes">
        <source>%n passage(s):</source>
        <translation>
            <numerusform>%n passage:</numerusform>
            <numerusform>%n passages:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TwinsModel</name>
    <message numerus="yes">
        <source>%Ln other(s) take {size}</source>
        <translation>
            <numerusform>%Ln other takes {size}</numerusform>
            <numerusform>%Ln others take {size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message numerus="yes">
        <source>%Ln file(s) can be found</source>
        <translation>
            <numerusform>%Ln file can be found</numerusform>
            <numerusform>%Ln files can be found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkCard</name>
    <message numerus="yes">
        <source>%Ln file(s) to read</source>
        <translation>
            <numerusform>%Ln file to read</numerusform>
            <numerusform>%Ln files to read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) to prepare for search by meaning</source>
        <translation>
            <numerusform>%Ln passage to prepare for search by meaning</numerusform>
            <numerusform>%Ln passages to prepare for search by meaning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) to look at</source>
        <translation>
            <numerusform>%Ln picture to look at</numerusform>
            <numerusform>%Ln pictures to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>text in %Ln picture(s) to read</source>
        <translation>
            <numerusform>text in %Ln picture to read</numerusform>
            <numerusform>text in %Ln pictures to read</numerusform>
        </translation>
    </message>
</context>
</TS>
