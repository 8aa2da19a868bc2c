<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>Finds a file from what you remember of it, by its words and by what it is about, on this computer alone.</source>
        <translation>凭你记得的内容找到文件：既看字词，也看它讲的是什么，一切只在这台电脑上进行。</translation>
    </message>
    <message>
        <source>Nothing leaves this computer: no file, no search, no count. Hunch uses the network only to download a model, when you ask for it.</source>
        <translation>任何内容都不会离开这台电脑：没有文件，没有搜索内容，也没有统计数据。只有在你要求下载模型时，Hunch 才会使用网络。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the versions</source>
        <translation>复制版本信息</translation>
    </message>
    <message>
        <source>For a report of a fault. It names no person and no folder.</source>
        <translation>用于报告故障。其中不含任何人名或文件夹名。</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Hunch is free software under the Apache License 2.0. It stands on the work of many others:</source>
        <translation>Hunch 是自由软件，采用 Apache License 2.0 许可证。它建立在许多人的成果之上：</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>版本 {number}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>The path is copied.</source>
        <translation>路径已复制。</translation>
    </message>
    <message>
        <source>The passage is copied.</source>
        <translation>段落已复制。</translation>
    </message>
    <message>
        <source>Left out. The Folders page lists all patterns, and takes this one back.</source>
        <translation>已排除。“文件夹”页面列有所有规则，可在那里撤销这一条。</translation>
    </message>
    <message>
        <source>{name} is no longer there.</source>
        <translation>{name} 已不在原处。</translation>
    </message>
    <message>
        <source>The system gives no reason.</source>
        <translation>系统没有说明原因。</translation>
    </message>
    <message>
        <source>{name} could not be opened. {reason}</source>
        <translation>无法打开 {name}。{reason}</translation>
    </message>
</context>
<context>
    <name>AddFolders</name>
    <message>
        <source>Add folders</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Read these folders and keep them current?</source>
        <translation>要读取这些文件夹并随时跟上其中的更改吗？</translation>
    </message>
    <message>
        <source>What is in them stays on this computer. The files themselves are only read, never changed.</source>
        <translation>其中的内容只留在这台电脑上。文件本身只会被读取，绝不会被更改。</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln folder(s)</source>
        <translation>
            <numerusform>添加 %Ln 个文件夹</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>Searched for: {query}</source>
        <translation>搜索内容：{query}</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Hunch speaks it from the next start on.</source>
        <translation>下次启动 Hunch 时生效。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Body</name>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>The disk it is on is not connected. This is what Hunch read of it.</source>
        <translation>文件所在的磁盘未连接。这里显示的是 Hunch 之前读到的内容。</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>未选择任何内容</translation>
    </message>
    <message>
        <source>A result that is selected is shown here.</source>
        <translation>选中的结果会显示在这里。</translation>
    </message>
    <message>
        <source>Only the beginning of this long text is shown here. Open the file to read on.</source>
        <translation>文本较长，这里只显示开头部分。要继续阅读，请打开文件。</translation>
    </message>
    <message>
        <source>No preview</source>
        <translation>没有预览</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>It is shown here as soon as its turn has come.</source>
        <translation>轮到它时，就会显示在这里。</translation>
    </message>
    <message>
        <source>No text inside</source>
        <translation>其中没有文本</translation>
    </message>
    <message>
        <source>Hunch finds this file by its name.</source>
        <translation>Hunch 可以按名称找到这个文件。</translation>
    </message>
    <message>
        <source>The file was moved or deleted. This is what Hunch read of it.</source>
        <translation>文件已被移动或删除。这里显示的是 Hunch 之前读到的内容。</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Click to copy</source>
        <translation>点击即可复制</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Delete removes it</source>
        <translation>按 Delete 键移除</translation>
    </message>
</context>
<context>
    <name>ChooseFolders</name>
    <message>
        <source>Which folders should be read?</source>
        <translation>要读取哪些文件夹？</translation>
    </message>
    <message>
        <source>What is in them can be found by its words as soon as it is read. Change this at any time.</source>
        <translation>读取完成后，即可按其中的文字找到。你可以随时更改。</translation>
    </message>
    <message>
        <source>Start reading</source>
        <translation>开始读取</translation>
    </message>
    <message>
        <source>Continue without folders</source>
        <translation>不选文件夹，继续</translation>
    </message>
    <message>
        <source>The sample library could not be copied.</source>
        <translation>无法复制示例资料库。</translation>
    </message>
    <message>
        <source>Add another folder…</source>
        <translation>添加其他文件夹…</translation>
    </message>
    <message>
        <source>The sample library</source>
        <translation>示例资料库</translation>
    </message>
    <message>
        <source>Some documents and pictures to try Hunch with</source>
        <translation>一些用来试用 Hunch 的文档和图片</translation>
    </message>
    <message numerus="yes">
        <source>Together %Ln file(s), {size}</source>
        <translation>
            <numerusform>共 %Ln 个文件，{size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseModels</name>
    <message>
        <source>Find by meaning, too</source>
        <translation>也按含义查找</translation>
    </message>
    <message>
        <source>Words can be found already. With a model Hunch also finds what you mean: “car repair” finds the garage’s invoice, “sunset at the sea” finds the photo. Downloading one is the only thing Hunch uses the network for; a file from elsewhere can be imported instead.</source>
        <translation>现在已经可以按字词查找。有了模型，Hunch 还能找到你想表达的内容：“修车”能找到汽修厂的发票，“海边日落”能找到那张照片。Hunch 只在下载模型时使用网络；你也可以改为导入从别处获得的文件。</translation>
    </message>
    <message>
        <source>Show all models</source>
        <translation>显示所有模型</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Continue with words only</source>
        <translation>仅用字词，继续</translation>
    </message>
    <message>
        <source>For what is written</source>
        <translation>用于文字</translation>
    </message>
    <message>
        <source>For pictures, if you like</source>
        <translation>用于图片（可选）</translation>
    </message>
    <message>
        <source>The models are listed here</source>
        <translation>模型会列在这里</translation>
    </message>
    <message>
        <source>Hunch is still asking which there are.</source>
        <translation>Hunch 正在查询有哪些模型。</translation>
    </message>
</context>
<context>
    <name>ChosenProblem</name>
    <message>
        <source>Leave out</source>
        <translation>排除</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) selected</source>
        <translation>
            <numerusform>已选择 %Ln 个文件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>约 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s)</source>
        <translation>
            <numerusform>约 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n day(s)</source>
        <translation>
            <numerusform>约 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are still to be read; what is in them will be found then.</source>
        <translation>
            <numerusform>还有 %Ln 个文件待读取，读取后就能找到其中的内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more version(s)</source>
        <translation>
            <numerusform>另有 %Ln 个版本</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Hunch closed by itself last time</source>
        <translation>Hunch 上次意外关闭</translation>
    </message>
    <message>
        <source>A part of the program failed and took the window with it. Your files and your index are as they were.</source>
        <translation>程序的一部分出现故障，窗口也随之关闭。你的文件和索引都保持原样。</translation>
    </message>
    <message>
        <source>Something in this window went wrong</source>
        <translation>这个窗口出了点问题</translation>
    </message>
    <message>
        <source>You can go on. If something looks odd from here on, quit and open Hunch again. Your files and your index are as they were.</source>
        <translation>你可以继续使用。如果之后有异常，请退出并重新打开 Hunch。你的文件和索引都保持原样。</translation>
    </message>
    <message>
        <source>The report names places in the program and versions: nothing you searched for, and nothing from your files. It goes nowhere unless you send it.</source>
        <translation>报告中只有程序内的位置和版本号：没有你搜索过的内容，也没有你文件中的任何内容。除非你自己发送，否则它不会发往任何地方。</translation>
    </message>
    <message>
        <source>It is kept in {file}</source>
        <translation>它保存在 {file}</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>The folder could not be opened. The report is in {file}.</source>
        <translation>无法打开文件夹。报告位于 {file}。</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Show the data folder</source>
        <translation>显示数据文件夹</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Show the index</source>
        <translation>显示索引</translation>
    </message>
    <message>
        <source>It can be made again from your files at any time: quit Hunch, delete index.db, open Hunch.</source>
        <translation>随时可以根据你的文件重新生成：退出 Hunch，删除 index.db，再打开 Hunch。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>What Hunch did and what went wrong, without a word of what your files say.</source>
        <translation>记录 Hunch 做了什么、哪里出了问题，不含你文件中的任何文字。</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>设置文件</translation>
    </message>
    <message>
        <source>Show the settings file</source>
        <translation>显示设置文件</translation>
    </message>
    <message>
        <source>You may edit it while Hunch runs. It is made when the first setting is changed.</source>
        <translation>可以在 Hunch 运行时编辑。首次更改设置时会创建此文件。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>It is not there yet, or cannot be shown.</source>
        <translation>它尚不存在，或无法显示。</translation>
    </message>
    <message>
        <source>Index {index}, models {models}. {free} are free on this disk.</source>
        <translation>索引 {index}，模型 {models}。此磁盘还有 {free} 可用空间。</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Show or hide the preview</source>
        <translation>显示或隐藏预览</translation>
    </message>
    <message>
        <source>Looking for files that are alike</source>
        <translation>正在查找相同或相近的文件</translation>
    </message>
    <message>
        <source>Name or folder</source>
        <translation>名称或文件夹</translation>
    </message>
    <message>
        <source>Search the duplicates</source>
        <translation>在重复文件中搜索</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复文件</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>没有符合的项</translation>
    </message>
    <message>
        <source>None of the groups has this in a name and folder.</source>
        <translation>没有一组的名称和文件夹中包含此内容。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>With many files this takes a few seconds.</source>
        <translation>文件较多时需要几秒钟。</translation>
    </message>
    <message>
        <source>No folder is chosen yet</source>
        <translation>尚未选择文件夹</translation>
    </message>
    <message>
        <source>Copies, other versions and pictures that look the same will be listed here, with the space they take.</source>
        <translation>副本、其他版本以及看起来相同的图片会列在这里，并注明它们占用的空间。</translation>
    </message>
    <message>
        <source>Choose folders</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Nothing is there more than once</source>
        <translation>没有重复的文件</translation>
    </message>
    <message>
        <source>{files} in {groups}; all but the newest of each take {space}.</source>
        <translation>{groups}，共 {files}；除每组最新的文件外，其余占用 {space}。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <translation>
            <numerusform>%Ln 组</numerusform>
        </translation>
    </message>
    <message>
        <source>{told} Only the {count} groups that take the most space are listed.</source>
        <translation>{told}仅列出占用空间最多的 {count} 组。</translation>
    </message>
    <message>
        <source>{told} Hunch deletes nothing: to tidy up, show a file in its folder.</source>
        <translation>{told}Hunch 不会删除任何文件：如需整理，请在文件夹中显示文件。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Find similar files</source>
        <translation>查找相似文件</translation>
    </message>
</context>
<context>
    <name>EngineBanner</name>
    <message>
        <source>Hunch’s engine was ended. Nothing can be found and nothing is indexed until it runs again.</source>
        <translation>Hunch 的引擎已被结束。在它重新运行之前，无法查找任何内容，也不会建立索引。</translation>
    </message>
    <message>
        <source>Start it</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The engine has not answered for a while. It may be busy; starting it anew loses nothing.</source>
        <translation>引擎有一段时间没有响应了。它可能正忙；重新启动不会丢失任何内容。</translation>
    </message>
    <message>
        <source>Restart it</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>The engine is being started. Searching works as soon as it is there.</source>
        <translation>引擎正在启动。启动后即可搜索。</translation>
    </message>
    <message>
        <source>The engine stopped and is being started again.</source>
        <translation>引擎已停止，正在重新启动。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即尝试</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>The file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What you typed</source>
        <translation>输入的内容</translation>
    </message>
    <message>
        <source>Ways of finding it</source>
        <translation>查找途径</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>字词</translation>
    </message>
    <message>
        <source>First of all is {name}.</source>
        <translation>排在首位的是 {name}。</translation>
    </message>
    <message>
        <source>Its best passage</source>
        <translation>最相符的段落</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>在磁盘上</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>in none that is searched</source>
        <translation>不在任何搜索的文件夹中</translation>
    </message>
    <message>
        <source>disk not connected</source>
        <translation>磁盘未连接</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>nothing is known of it</source>
        <translation>对它一无所知</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Text in pictures</source>
        <translation>图片中的文字</translation>
    </message>
    <message>
        <source>{done} of {all} with {model}</source>
        <translation>已用 {model} 处理 {done}，共 {all}</translation>
    </message>
    <message>
        <source>not in use yet</source>
        <translation>尚未启用</translation>
    </message>
    <message>
        <source>Read for meaning</source>
        <translation>按含义读取</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>已查看</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>{tries} of {most} tries</source>
        <translation>已尝试 {tries} 次，最多 {most} 次</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln 个段落</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln 个字符</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln 页</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln 张图片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) read</source>
        <translation>
            <numerusform>已读取 %Ln 个段落</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) still to be read</source>
        <translation>
            <numerusform>还有 %Ln 页待读取</numerusform>
        </translation>
    </message>
    <message>
        <source>fits</source>
        <translation>符合</translation>
    </message>
    <message>
        <source>leaves it out</source>
        <translation>将它排除</translation>
    </message>
    <message>
        <source>does not fit, but this does not count</source>
        <translation>不符合，但不影响结果</translation>
    </message>
    <message>
        <source>not found by this</source>
        <translation>未以此找到</translation>
    </message>
    <message>
        <source>place {place} or below of {count}</source>
        <translation>第 {place} 位或更后，共 {count}</translation>
    </message>
    <message>
        <source>place {place} of {count}</source>
        <translation>第 {place} 位，共 {count}</translation>
    </message>
    <message>
        <source>in its best passage</source>
        <translation>在最相符的段落中</translation>
    </message>
    <message>
        <source>elsewhere in it</source>
        <translation>在文件的其他位置</translation>
    </message>
    <message>
        <source>not in it</source>
        <translation>文件中没有</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) here have it</source>
        <translation>
            <numerusform>这里有 %Ln 个段落包含它</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>Filters</source>
        <translation>筛选条件</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Set up later</source>
        <translation>稍后设置</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>第 {number} 步，共 {count} 步</translation>
    </message>
</context>
<context>
    <name>FolderChoice</name>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
</context>
<context>
    <name>FoldersPage</name>
    <message>
        <source>Add folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>The folders you search are listed here</source>
        <translation>你要搜索的文件夹会列在这里</translation>
    </message>
    <message>
        <source>Choose one, or drop it here. Hunch reads what is in it and keeps up with changes.</source>
        <translation>选择一个文件夹，或将它拖放到这里。Hunch 会读取其中的内容，并随时跟上更改。</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>Hunch reads these folders and keeps up with changes. It never changes your files. Drop a folder anywhere on this page to add it.</source>
        <translation>Hunch 会读取这些文件夹，并随时跟上更改。它绝不会更改你的文件。将文件夹拖放到此页的任意位置即可添加。</translation>
    </message>
    <message>
        <source>The folder could not be opened.</source>
        <translation>无法打开文件夹。</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Copy the passage</source>
        <translation>复制段落</translation>
    </message>
    <message>
        <source>Find similar files</source>
        <translation>查找相似文件</translation>
    </message>
    <message>
        <source>Why is it here?</source>
        <translation>为什么会出现在这里？</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>{name} in {folder}</source>
        <translation>{name}，位于 {folder}</translation>
    </message>
    <message>
        <source>taken {when}</source>
        <translation>拍摄于 {when}</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation>{date} {time}</translation>
    </message>
</context>
<context>
    <name>HitView</name>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Usual keys</source>
        <translation>默认按键</translation>
    </message>
</context>
<context>
    <name>KeyLine</name>
    <message>
        <source>Ctrl+</source>
        <translation>Ctrl+</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>more</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>KeyboardHelp</name>
    <message>
        <source>Keyboard and search help</source>
        <translation>键盘与搜索帮助</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Asking more exactly</source>
        <translation>更精确地提问</translation>
    </message>
    <message>
        <source>Write what you remember, in your own words. Add any of these where you know more; they can be combined.</source>
        <translation>用自己的话写下你记得的内容。如果知道得更多，可以加上下面任意一项；它们可以组合使用。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>LicenceList</name>
    <message>
        <source>Find a component or licence</source>
        <translation>查找组件或许可证</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Licence text</source>
        <translation>许可证文本</translation>
    </message>
    <message>
        <source>Its text could not be read.</source>
        <translation>无法读取其文本。</translation>
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
        <translation>窗口</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Keyboard and search help</source>
        <translation>键盘与搜索帮助</translation>
    </message>
</context>
<context>
    <name>Media</name>
    <message>
        <source>The picture could not be kept to search with it. Look whether the disk is full.</source>
        <translation>无法保存这张图片用于搜索。请检查磁盘是否已满。</translation>
    </message>
</context>
<context>
    <name>MissingDialog</name>
    <message>
        <source>Is a file missing?</source>
        <translation>缺少某个文件？</translation>
    </message>
    <message>
        <source>Looking why</source>
        <translation>正在查找原因</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>另一个文件…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>It will be read again.</source>
        <translation>将重新读取该文件。</translation>
    </message>
    <message>
        <source>The folder of {name} could not be shown</source>
        <translation>无法显示 {name} 所在的文件夹</translation>
    </message>
</context>
<context>
    <name>MissingWords</name>
    <message>
        <source>It is the first result.</source>
        <translation>它是第一个结果。</translation>
    </message>
    <message>
        <source>It is at place {place} of the results.</source>
        <translation>它排在结果的第 {place} 位。</translation>
    </message>
    <message>
        <source>It is not among the first {count} results.</source>
        <translation>它不在前 {count} 个结果中。</translation>
    </message>
    <message>
        <source>It has not been looked at yet.</source>
        <translation>尚未查看该文件。</translation>
    </message>
    <message>
        <source>It has not been read yet.</source>
        <translation>尚未读取该文件。</translation>
    </message>
    <message>
        <source>It has changed since it was read.</source>
        <translation>读取之后它已被更改。</translation>
    </message>
    <message>
        <source>It may hold text in pictures that has not been read yet.</source>
        <translation>其中的图片可能含有尚未读取的文字。</translation>
    </message>
    <message>
        <source>Hunch does that by itself where reading text in pictures is turned on.</source>
        <translation>如果已打开读取图片中的文字，Hunch 会自动读取。</translation>
    </message>
    <message>
        <source>Look at the settings</source>
        <translation>查看设置</translation>
    </message>
    <message>
        <source>It is found by its words only, not by meaning yet.</source>
        <translation>目前只能按字词找到它，尚不能按含义找到。</translation>
    </message>
    <message>
        <source>It is not found by what it shows yet.</source>
        <translation>目前尚不能按画面内容找到它。</translation>
    </message>
    <message>
        <source>It is shown under {name}, another version of it.</source>
        <translation>它显示在另一版本 {name} 之下。</translation>
    </message>
    <message>
        <source>It is below the line: chance would bring files as near as this one.</source>
        <translation>它在分界线以下：随机的文件也会同样接近。</translation>
    </message>
    <message>
        <source>Nothing is asked for by words.</source>
        <translation>没有输入要查找的字词。</translation>
    </message>
    <message>
        <source>Filters alone list the files changed last.</source>
        <translation>只有筛选条件时，列出的是最近更改的文件。</translation>
    </message>
    <message>
        <source>Nothing of the search is in it, neither in its name nor in its text.</source>
        <translation>搜索的内容既不在它的名称中，也不在它的文字中。</translation>
    </message>
    <message>
        <source>Search for what is in it, or for its name.</source>
        <translation>请搜索其中的内容或它的名称。</translation>
    </message>
    <message>
        <source>Add its folder…</source>
        <translation>添加其文件夹…</translation>
    </message>
    <message>
        <source>Its folder is not searched.</source>
        <translation>它所在的文件夹不在搜索范围内。</translation>
    </message>
    <message>
        <source>Add the folder, and what is in it is found.</source>
        <translation>添加该文件夹后，即可找到其中的内容。</translation>
    </message>
    <message>
        <source>There is no such file, and none of this name is known.</source>
        <translation>没有这个文件，也没有已知的同名文件。</translation>
    </message>
    <message>
        <source>Look whether the name is right.</source>
        <translation>请检查名称是否正确。</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>该文件已不存在。</translation>
    </message>
    <message>
        <source>It was moved or deleted. Hunch forgets it when it looks for changes.</source>
        <translation>它已被移动或删除。Hunch 检查更改时会将其忘记。</translation>
    </message>
    <message>
        <source>The folder {name} is not there now.</source>
        <translation>文件夹 {name} 现在不在。</translation>
    </message>
    <message>
        <source>Connect the disk it is on. What is known of its files stays findable.</source>
        <translation>请连接它所在的磁盘。其中已知的文件仍可找到。</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>这是一个文件夹。</translation>
    </message>
    <message>
        <source>Choose a file in it.</source>
        <translation>请选择其中的一个文件。</translation>
    </message>
    <message>
        <source>The folder {name} is hidden, and hidden ones are left out.</source>
        <translation>文件夹 {name} 是隐藏的，隐藏的文件夹不会读取。</translation>
    </message>
    <message>
        <source>It is hidden, and hidden files are left out.</source>
        <translation>它是隐藏文件，隐藏文件不会读取。</translation>
    </message>
    <message>
        <source>Turn on reading hidden files in Settings.</source>
        <translation>可在“设置”中打开读取隐藏文件。</translation>
    </message>
    <message>
        <source>It belongs to Hunch itself or to the system, and is never searched.</source>
        <translation>它属于 Hunch 自身或系统，从不搜索。</translation>
    </message>
    <message>
        <source>It is a link, and links are not followed.</source>
        <translation>它是一个链接，Hunch 不跟随链接。</translation>
    </message>
    <message>
        <source>Ask for the file it leads to.</source>
        <translation>请查看它指向的文件。</translation>
    </message>
    <message>
        <source>Look at that file</source>
        <translation>查看那个文件</translation>
    </message>
    <message>
        <source>the folder {name}</source>
        <translation>文件夹 {name}</translation>
    </message>
    <message>
        <source>it</source>
        <translation>它</translation>
    </message>
    <message>
        <source>The pattern {pattern} leaves {what} out.</source>
        <translation>模式 {pattern} 排除了{what}。</translation>
    </message>
    <message>
        <source>The Folders page lists all patterns, and takes this one back.</source>
        <translation>“文件夹”页面列出所有模式，可在那里撤销此模式。</translation>
    </message>
    <message>
        <source>Look at the folders</source>
        <translation>查看文件夹</translation>
    </message>
    <message>
        <source>A rule that always holds leaves {what} out: {pattern}</source>
        <translation>一条始终有效的规则排除了{what}：{pattern}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Line {line} of {file} leaves {what} out: {pattern}</source>
        <translation>{file} 的第 {line} 行排除了{what}：{pattern}</translation>
    </message>
    <message>
        <source>Show that file</source>
        <translation>显示那个文件</translation>
    </message>
    <message>
        <source>Take that line out.</source>
        <translation>请删除那一行。</translation>
    </message>
    <message>
        <source>The line is there for other programs.</source>
        <translation>那一行是供其他程序使用的。</translation>
    </message>
    <message>
        <source>To have it all the same, write {line} into a file {file} in {folder}.</source>
        <translation>如果仍想找到它，请在 {folder} 的 {file} 文件中写入 {line}。</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>“{part}”</source>
        <translation>“{part}”</translation>
    </message>
    <message>
        <source>It is left out by {parts} in what you typed.</source>
        <translation>输入的 {parts} 将它排除了。</translation>
    </message>
    <message>
        <source>Search without that.</source>
        <translation>请去掉它再搜索。</translation>
    </message>
    <message>
        <source>Search without</source>
        <translation>去掉后搜索</translation>
    </message>
    <message>
        <source>Without that it is still not among the first results.</source>
        <translation>去掉后它仍不在前面的结果中。</translation>
    </message>
    <message>
        <source>Without that it is at place {place}.</source>
        <translation>去掉后它排在第 {place} 位。</translation>
    </message>
    <message>
        <source>“{word}” stands in no file here.</source>
        <translation>这里没有文件包含“{word}”。</translation>
    </message>
    <message>
        <source>Look at its spelling, or leave it out.</source>
        <translation>请检查拼写，或将其去掉。</translation>
    </message>
    <message>
        <source>“{word}” stands in it, but in another place than the other words.</source>
        <translation>它含有“{word}”，但与其他字词不在同一处。</translation>
    </message>
    <message>
        <source>“{word}” does not stand in it.</source>
        <translation>其中没有“{word}”。</translation>
    </message>
    <message>
        <source>With “{word}” added it is at place {place}.</source>
        <translation>加上“{word}”后它排在第 {place} 位。</translation>
    </message>
    <message>
        <source>Search with it</source>
        <translation>加上后搜索</translation>
    </message>
    <message>
        <source>By meaning it is at place {place} of {count}.</source>
        <translation>按含义它排在第 {place} 位，共 {count}。</translation>
    </message>
    <message>
        <source>By what it shows it is at place {place} of {count}.</source>
        <translation>按画面内容它排在第 {place} 位，共 {count}。</translation>
    </message>
    <message>
        <source>Hunch does that by itself, as soon as it can.</source>
        <translation>Hunch 会尽快自动完成。</translation>
    </message>
</context>
<context>
    <name>ModeChip</name>
    <message>
        <source>Where to look: {mode}</source>
        <translation>搜索方式：{mode}</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>导入文件夹…</translation>
    </message>
    <message>
        <source>Check its files</source>
        <translation>检查文件</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Import {model}</source>
        <translation>导入 {model}</translation>
    </message>
    <message>
        <source>Models (*.gguf *.safetensors)</source>
        <translation>模型 (*.gguf *.safetensors)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Remove {model} from this computer?</source>
        <translation>要从这台电脑上移除 {model} 吗？</translation>
    </message>
    <message>
        <source>It frees {size}. It can be downloaded or imported again.</source>
        <translation>将释放 {size}。之后可以重新下载或导入。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <translation>使用 {model}</translation>
    </message>
    <message>
        <source>Download, {size}</source>
        <translation>下载，{size}</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>From {source} on Hugging Face</source>
        <translation>来自 Hugging Face 上的 {source}</translation>
    </message>
    <message>
        <source>Download {model}</source>
        <translation>下载 {model}</translation>
    </message>
    <message>
        <source>Stop the download of {model}</source>
        <translation>停止下载 {model}</translation>
    </message>
    <message>
        <source>More about {model}</source>
        <translation>关于 {model} 的更多操作</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>A model lets Hunch find by meaning: it turns what a passage or picture is about into a vector, and near vectors are near in meaning. Change it at any time; the one in use answers until the new one is ready, and no file is read again.</source>
        <translation>有了模型，Hunch 就能按含义查找：它把段落或图片的内容转换为向量，向量相近，含义也就相近。你可以随时更换；新模型就绪之前由正在使用的模型应答，文件也不会重新读取。</translation>
    </message>
    <message>
        <source>Downloading a model is the only thing Hunch uses the network for, and only when you press Download.</source>
        <translation>Hunch 只在下载模型时使用网络，而且仅在你按下“下载”之后。</translation>
    </message>
    <message>
        <source>For texts</source>
        <translation>用于文本</translation>
    </message>
    <message>
        <source>For pictures</source>
        <translation>用于图片</translation>
    </message>
    <message>
        <source>The models are listed here</source>
        <translation>模型会列在这里</translation>
    </message>
    <message>
        <source>Hunch is still asking which there are.</source>
        <translation>Hunch 正在查询有哪些模型。</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>PageEntry</name>
    <message>
        <source>Page</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>page {number} of {pages}</source>
        <translation>第 {number} 页，共 {pages} 页</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Picture of the file</source>
        <translation>文件的图像</translation>
    </message>
    <message>
        <source>Copy the passage</source>
        <translation>复制段落</translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>复制为图片</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>复制列表</translation>
    </message>
    <message>
        <source>Everything could be read</source>
        <translation>所有内容都能读取</translation>
    </message>
    <message>
        <source>Files that cannot be read are listed here, with the reason and what to do about it.</source>
        <translation>无法读取的文件会列在这里，并说明原因和处理办法。</translation>
    </message>
    <message>
        <source>No problem fits</source>
        <translation>没有符合的问题</translation>
    </message>
    <message>
        <source>None of the problems has this in its name and folder.</source>
        <translation>所有问题的名称和文件夹中都不包含此内容。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Name or folder</source>
        <translation>名称或文件夹</translation>
    </message>
    <message>
        <source>Search the problems</source>
        <translation>搜索问题</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Leave this file out</source>
        <translation>排除此文件</translation>
    </message>
    <message>
        <source>Leave its folder out</source>
        <translation>排除其所在文件夹</translation>
    </message>
    <message>
        <source>All reasons ({count})</source>
        <translation>所有原因（{count}）</translation>
    </message>
    <message>
        <source>{reason} ({count})</source>
        <translation>{reason}（{count}）</translation>
    </message>
    <message numerus="yes">
        <source>Read %Ln file(s) again</source>
        <translation>
            <numerusform>重新读取 %Ln 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) will be read again</source>
        <translation>
            <numerusform>将重新读取 %Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} could not be opened</source>
        <translation>无法打开 {name}</translation>
    </message>
    <message>
        <source>The folder of {name} could not be shown</source>
        <translation>无法显示 {name} 所在的文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) copied</source>
        <translation>
            <numerusform>已复制 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out. The Folders page lists all patterns, and takes this one back.</source>
        <translation>已排除。“文件夹”页面列有所有规则，可在那里撤销这一条。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation>
            <numerusform>%Ln 个无法读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are read but for a part</source>
        <translation>
            <numerusform>%Ln 个有部分未能读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are found by name only</source>
        <translation>
            <numerusform>%Ln 个只能按名称找到</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsTable</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>如何处理</translation>
    </message>
</context>
<context>
    <name>ProblemsView</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Look why</source>
        <translation>查找原因</translation>
    </message>
    <message>
        <source>Or type its name</source>
        <translation>或输入其名称</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>文件名称</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Drop the file here</source>
        <translation>将文件拖放到此处</translation>
    </message>
    <message>
        <source>Which file did you expect?</source>
        <translation>您想找的是哪个文件？</translation>
    </message>
    <message>
        <source>Searched for: {query}</source>
        <translation>搜索内容：{query}</translation>
    </message>
</context>
<context>
    <name>QuickSearch</name>
    <message>
        <source>Hunch quick search</source>
        <translation>Hunch 快速搜索</translation>
    </message>
    <message>
        <source>What do you remember?</source>
        <translation>你记得些什么？</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Nothing matches. Tab searches with filters in the window.</source>
        <translation>没有匹配的内容。按 Tab 可在窗口中使用筛选条件搜索。</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>RecentPage</name>
    <message>
        <source>Files changed lately</source>
        <translation>最近更改的文件</translation>
    </message>
    <message>
        <source>Earlier searches</source>
        <translation>以前的搜索</translation>
    </message>
    <message>
        <source>Changed lately</source>
        <translation>最近更改</translation>
    </message>
    <message>
        <source>No folder is chosen yet</source>
        <translation>尚未选择文件夹</translation>
    </message>
    <message>
        <source>Choose the folders you want to search. What is in them stays on this computer.</source>
        <translation>选择你想搜索的文件夹。其中的内容只留在这台电脑上。</translation>
    </message>
    <message>
        <source>Choose folders</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>What do you remember?</source>
        <translation>你记得些什么？</translation>
    </message>
    <message>
        <source>Type a few words, or what it was about. Files changed lately will be here.</source>
        <translation>输入几个词，或说说内容大意。最近更改的文件会显示在这里。</translation>
    </message>
</context>
<context>
    <name>ResultMenu</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Hide the other versions</source>
        <translation>隐藏其他版本</translation>
    </message>
    <message>
        <source>Show the versions</source>
        <translation>显示各版本</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Copy the passage</source>
        <translation>复制段落</translation>
    </message>
    <message>
        <source>Find similar files</source>
        <translation>查找相似文件</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>更多类似结果</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>更少类似结果</translation>
    </message>
    <message>
        <source>Why is it here?</source>
        <translation>为什么会出现在这里？</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>从此列表中移除</translation>
    </message>
    <message>
        <source>Leave its folder out</source>
        <translation>排除其所在文件夹</translation>
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message>
        <source>no longer there</source>
        <translation>已不在原处</translation>
    </message>
    <message>
        <source>disk not connected</source>
        <translation>磁盘未连接</translation>
    </message>
    <message>
        <source>another version of what is above</source>
        <translation>上方文件的另一个版本</translation>
    </message>
    <message>
        <source>less like this</source>
        <translation>更少类似结果</translation>
    </message>
    <message>
        <source>more like this</source>
        <translation>更多类似结果</translation>
    </message>
</context>
<context>
    <name>RootRow</name>
    <message>
        <source>{folder}: how much of it is read</source>
        <translation>{folder}：已读取的比例</translation>
    </message>
    <message>
        <source>Open {folder}</source>
        <translation>打开 {folder}</translation>
    </message>
    <message>
        <source>Look for changes in {folder}</source>
        <translation>检查 {folder} 中的更改</translation>
    </message>
    <message>
        <source>Remove {folder} from Hunch</source>
        <translation>从 Hunch 中移除 {folder}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{folder} will no longer be searched. The files on the disk are untouched.</source>
        <translation>将不再搜索 {folder}。磁盘上的文件不受影响。</translation>
    </message>
    <message>
        <source>Not there now, its files stay findable</source>
        <translation>目前不在，但其中的文件仍可找到</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Looking for changes</source>
        <translation>正在检查更改</translation>
    </message>
    <message>
        <source>Waits, {done} of {whole} files read</source>
        <translation>正在等待，已读取 {done}/{whole} 个文件</translation>
    </message>
    <message>
        <source>Reading {done} of {whole}</source>
        <translation>正在读取 {done}/{whole}</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>已是最新</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) can be found</source>
        <translation>
            <numerusform>可以找到 %Ln 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation>
            <numerusform>%Ln 个无法读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found by name only</source>
        <translation>
            <numerusform>%Ln 个只能按名称找到</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesCard</name>
    <message>
        <source>Patterns of what is left out, one a line</source>
        <translation>排除规则，每行一条</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Leave out a folder…</source>
        <translation>排除文件夹…</translation>
    </message>
    <message>
        <source>What is left out anyway</source>
        <translation>默认排除的内容</translation>
    </message>
    <message>
        <source>Files and folders that match a pattern are not read. One pattern a line, as in a .gitignore:</source>
        <translation>符合规则的文件和文件夹不会被读取。每行一条规则，写法与 .gitignore 相同：</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) that can be found now would be left out</source>
        <translation>
            <numerusform>目前可以找到的文件中，将有 %Ln 个被排除</numerusform>
        </translation>
    </message>
    <message>
        <source>No file that can be found now would be left out</source>
        <translation>目前可以找到的文件都不会被排除</translation>
    </message>
    <message>
        <source>Saved. Hunch looks through the folders again.</source>
        <translation>已保存。Hunch 会重新检查这些文件夹。</translation>
    </message>
    <message>
        <source>Only a folder inside one that is indexed can be left out.</source>
        <translation>只能排除已建立索引的文件夹中的子文件夹。</translation>
    </message>
    <message>
        <source>files whose name ends like this, in every folder</source>
        <translation>所有文件夹中名称以此结尾的文件</translation>
    </message>
    <message>
        <source>every folder of this name, with all that is in it</source>
        <translation>所有叫这个名称的文件夹及其全部内容</translation>
    </message>
    <message>
        <source>only the one directly inside a chosen folder</source>
        <translation>仅限直接位于所选文件夹中的那一个</translation>
    </message>
    <message>
        <source>takes back what a line above leaves out</source>
        <translation>撤销上面某一行的排除</translation>
    </message>
    <message>
        <source>Hidden files, unless Settings say otherwise; folders of version control and packages such as .git and node_modules; caches and build output; temporary and half-downloaded files; folders of the system such as the recycle bin; and what a .gitignore or .hunchignore in a folder names. A line that begins with ! takes any of it back.</source>
        <translation>隐藏文件（除非在“设置”中另行指定）；版本控制和软件包的文件夹，如 .git 和 node_modules；缓存和构建产物；临时文件和未下载完的文件；系统文件夹，如回收站；以及文件夹中的 .gitignore 或 .hunchignore 所列的内容。以 ! 开头的行可以撤销其中任何一项。</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>What do you remember?</source>
        <translation>你记得些什么？</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Earlier searches</source>
        <translation>以前的搜索</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Show as a grid</source>
        <translation>以网格显示</translation>
    </message>
    <message>
        <source>Show or hide the preview</source>
        <translation>显示或隐藏预览</translation>
    </message>
    <message>
        <source>A file is missing…</source>
        <translation>缺少某个文件…</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>正在搜索</translation>
    </message>
    <message>
        <source>Nothing here clearly matches. These come nearest.</source>
        <translation>没有明确匹配的结果。以下最为接近。</translation>
    </message>
    <message>
        <source>Show as a list</source>
        <translation>以列表显示</translation>
    </message>
</context>
<context>
    <name>SearchingSection</name>
    <message>
        <source>Searching</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Remember searches</source>
        <translation>记住搜索内容</translation>
    </message>
    <message>
        <source>They are offered while you type, and are kept on this computer only.</source>
        <translation>会在你输入时给出提示，且只保存在这台电脑上。</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Forget all earlier searches</source>
        <translation>清除以前的所有搜索</translation>
    </message>
    <message>
        <source>Earlier searches</source>
        <translation>以前的搜索</translation>
    </message>
    <message numerus="yes">
        <source>%n search(es) kept</source>
        <translation>
            <numerusform>保存了 %n 条搜索</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is kept</source>
        <translation>没有保存任何内容</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Show more settings</source>
        <translation>显示更多设置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Changes take effect at once.</source>
        <translation>更改会立即生效。</translation>
    </message>
    <message>
        <source>Show fewer settings</source>
        <translation>显示较少设置</translation>
    </message>
</context>
<context>
    <name>Starters</name>
    <message>
        <source>Recent searches and files</source>
        <translation>最近的搜索和文件</translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation>最近的搜索</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>What you searched for and the files changed last will be here.</source>
        <translation>你的搜索记录和最近更改的文件会显示在这里。</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Shows them</source>
        <translation>显示这些问题</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Previous passage</source>
        <translation>上一个段落</translation>
    </message>
    <message>
        <source>Next passage</source>
        <translation>下一个段落</translation>
    </message>
    <message>
        <source>Passage {number} of {all}: {place}</source>
        <translation>第 {number} 个段落，共 {all} 个：{place}</translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s):</source>
        <translation>
            <numerusform>%n 个段落：</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合大小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Show as it looks</source>
        <translation>按原样显示</translation>
    </message>
    <message>
        <source>Show the text only</source>
        <translation>仅显示文本</translation>
    </message>
    <message>
        <source>Hide where text is</source>
        <translation>隐藏文字位置</translation>
    </message>
    <message>
        <source>Show where text is</source>
        <translation>显示文字位置</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Text of the file</source>
        <translation>文件的文本</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the passage</source>
        <translation>复制段落</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open Hunch</source>
        <translation>打开 Hunch</translation>
    </message>
    <message>
        <source>Quick search</source>
        <translation>快速搜索</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Recent problems</source>
        <translation>最近的问题</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Quit Hunch</source>
        <translation>退出 Hunch</translation>
    </message>
    <message>
        <source>Hunch is starting</source>
        <translation>Hunch 正在启动</translation>
    </message>
    <message>
        <source>All problems</source>
        <translation>所有问题</translation>
    </message>
</context>
<context>
    <name>TwinsModel</name>
    <message numerus="yes">
        <source>%Ln other(s) take {size}</source>
        <translation>
            <numerusform>另外 %Ln 个占用 {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>disk not connected</source>
        <translation>磁盘未连接</translation>
    </message>
    <message>
        <source>the newest</source>
        <translation>最新的</translation>
    </message>
</context>
<context>
    <name>TwinsView</name>
    <message>
        <source>Files that are there more than once</source>
        <translation>重复的文件</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Looking why…</source>
        <translation>正在查找原因…</translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message>
        <source>Reading has begun</source>
        <translation>已开始读取</translation>
    </message>
    <message>
        <source>The newest files come first. Search for something now, or go on; Hunch keeps reading.</source>
        <translation>从最新的文件开始。现在就可以搜索，也可以继续下一步；Hunch 会接着读取。</translation>
    </message>
    <message>
        <source>What do you remember?</source>
        <translation>你记得些什么？</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Start searching</source>
        <translation>开始搜索</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) can be found</source>
        <translation>
            <numerusform>可以找到 %Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest files read so far</source>
        <translation>目前已读取的最新文件</translation>
    </message>
    <message>
        <source>Nothing found yet. More files are being read.</source>
        <translation>尚未找到。更多文件正在读取中。</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>已找到</translation>
    </message>
    <message>
        <source>The first files appear in a moment</source>
        <translation>第一批文件马上就会出现</translation>
    </message>
</context>
<context>
    <name>WayChips</name>
    <message>
        <source>How they are alike</source>
        <translation>相同之处</translation>
    </message>
    <message>
        <source>{way} ({count})</source>
        <translation>{way}（{count}）</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Find a file from what you remember of it</source>
        <translation>凭你记得的内容找到文件</translation>
    </message>
    <message>
        <source>Hunch reads your documents and pictures and finds them by what is in them.</source>
        <translation>Hunch 读取你的文档和图片，并按其中的内容找到它们。</translation>
    </message>
    <message>
        <source>Write it as you remember it</source>
        <translation>怎么记得就怎么写</translation>
    </message>
    <message>
        <source>“the letter about the boiler”, “red kayak at the lake”: the words need not be in it.</source>
        <translation>“关于锅炉的那封信”“湖上的红色皮划艇”：文件中不必有这些字词。</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>任何内容都不会离开这台电脑</translation>
    </message>
    <message>
        <source>No account, no cloud. Your files are read here, and what is known of them stays here.</source>
        <translation>无需账号，不用云端。你的文件在这里读取，由此得知的一切也都留在这里。</translation>
    </message>
    <message>
        <source>It gives way</source>
        <translation>不妨碍你</translation>
    </message>
    <message>
        <source>Reading goes on in the background, waits while you need the computer, can be paused.</source>
        <translation>读取在后台进行，你需要用电脑时会等待，也可以暂停。</translation>
    </message>
</context>
<context>
    <name>WhyPopup</name>
    <message>
        <source>Why is it here?</source>
        <translation>为什么会出现在这里？</translation>
    </message>
    <message>
        <source>It is another version of {name}, which is here because of:</source>
        <translation>它是 {name} 的另一个版本，后者的匹配依据：</translation>
    </message>
    <message>
        <source>{reason}: {strength}</source>
        <translation>{reason}：{strength}</translation>
    </message>
    <message>
        <source>Words found: {words}</source>
        <translation>找到的词：{words}</translation>
    </message>
    <message>
        <source>Best places: {places}</source>
        <translation>最佳位置：{places}</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>更多…</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Text in the picture</source>
        <translation>图片中的文字</translation>
    </message>
    <message>
        <source>Its words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>What the text in it means</source>
        <translation>其中文字的含义</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>What it looks like</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>fits well</source>
        <translation>非常匹配</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>fits a little</source>
        <translation>略微匹配</translation>
    </message>
</context>
<context>
    <name>WindowSection</name>
    <message>
        <source>Window and quick search</source>
        <translation>窗口与快速搜索</translation>
    </message>
    <message>
        <source>Keys of the quick search</source>
        <translation>快速搜索的按键</translation>
    </message>
    <message>
        <source>They work in every program. Go to the field and press the keys.</source>
        <translation>在所有程序中都有效。点按输入框，然后按下所需的按键。</translation>
    </message>
    <message>
        <source>Start with the system</source>
        <translation>随系统启动</translation>
    </message>
    <message>
        <source>Without a window; the quick search is then always there.</source>
        <translation>不显示窗口；这样快速搜索随时可用。</translation>
    </message>
    <message>
        <source>Stay in the tray when the window is closed</source>
        <translation>关闭窗口后留在托盘中</translation>
    </message>
    <message>
        <source>The quick search then comes up at once.</source>
        <translation>这样快速搜索会立即出现。</translation>
    </message>
    <message>
        <source>Stop indexing when Hunch is quit</source>
        <translation>退出 Hunch 时停止建立索引</translation>
    </message>
    <message>
        <source>Otherwise it goes on in the background, and the next search finds what is new.</source>
        <translation>否则它会在后台继续，下次搜索就能找到新内容。</translation>
    </message>
    <message>
        <source>The system did not allow it.</source>
        <translation>系统不允许此操作。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Show or hide the quick search</source>
        <translation>显示或隐藏快速搜索</translation>
    </message>
    <message>
        <source>No program could open it. Choose one for files of this kind in the file manager.</source>
        <translation>没有程序能打开它。请在文件管理器中为这类文件选择一个程序。</translation>
    </message>
    <message>
        <source>The program xdg-open is not installed.</source>
        <translation>程序 xdg-open 未安装。</translation>
    </message>
    <message>
        <source>The file is gone</source>
        <translation>文件已不存在</translation>
    </message>
    <message>
        <source>It was moved or deleted while Hunch was about to read it. Nothing needs doing.</source>
        <translation>Hunch 正要读取时，它被移动或删除了。无需处理。</translation>
    </message>
    <message>
        <source>You have no permission to read it</source>
        <translation>你没有读取它的权限</translation>
    </message>
    <message>
        <source>Ask whoever owns the file for access, then read it again.</source>
        <translation>请向文件的所有者申请访问权限，然后重新读取。</translation>
    </message>
    <message>
        <source>The disk did not give the file</source>
        <translation>磁盘没有给出文件</translation>
    </message>
    <message>
        <source>Check that the disk is connected and sound, then read it again.</source>
        <translation>请检查磁盘是否已连接且状态良好，然后重新读取。</translation>
    </message>
    <message>
        <source>The file kept changing while it was read</source>
        <translation>读取时文件一直在变化</translation>
    </message>
    <message>
        <source>Hunch reads it when the program that writes it is done.</source>
        <translation>等写入它的程序完成后，Hunch 就会读取它。</translation>
    </message>
    <message>
        <source>It is a link to somewhere else</source>
        <translation>这是指向别处的链接</translation>
    </message>
    <message>
        <source>Links are not followed. Add the folder it points to if you want to search it.</source>
        <translation>Hunch 不会跟随链接。如果想搜索它指向的文件夹，请添加该文件夹。</translation>
    </message>
    <message>
        <source>It is not an ordinary file</source>
        <translation>这不是普通文件</translation>
    </message>
    <message>
        <source>There is nothing in it to read. Nothing needs doing.</source>
        <translation>其中没有可读取的内容。无需处理。</translation>
    </message>
    <message>
        <source>The file is only in the cloud</source>
        <translation>文件只在云端</translation>
    </message>
    <message>
        <source>Hunch downloads no files by itself. Keep it on this computer and it will be read.</source>
        <translation>Hunch 不会自行下载文件。将它保留在这台电脑上，就会被读取。</translation>
    </message>
    <message>
        <source>The file’s name is not valid text</source>
        <translation>文件名不是有效的文本</translation>
    </message>
    <message>
        <source>Rename the file and it will be read.</source>
        <translation>重命名文件后，就会被读取。</translation>
    </message>
    <message>
        <source>Hunch cannot read this kind of file</source>
        <translation>Hunch 无法读取这类文件</translation>
    </message>
    <message>
        <source>It is found by its name. Save it in another format to find what is in it.</source>
        <translation>可以按名称找到它。若要找到其中的内容，请另存为其他格式。</translation>
    </message>
    <message>
        <source>There is no text in it</source>
        <translation>其中没有文本</translation>
    </message>
    <message>
        <source>It is found by its name. Nothing needs doing.</source>
        <translation>可以按名称找到它。无需处理。</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>The file is protected by a password</source>
        <translation>文件受密码保护</translation>
    </message>
    <message>
        <source>It is found by its name. Save a copy without a password to find what is in it.</source>
        <translation>可以按名称找到它。若要找到其中的内容，请另存一份不带密码的副本。</translation>
    </message>
    <message>
        <source>The file is damaged or incomplete</source>
        <translation>文件已损坏或不完整</translation>
    </message>
    <message>
        <source>See whether its own program opens it. If so, save it anew and it is read again.</source>
        <translation>看看它自己的程序能否打开。如果能，请重新保存，之后会再次读取。</translation>
    </message>
    <message>
        <source>The file is built in a way that could do harm</source>
        <translation>文件的构造可能造成危害</translation>
    </message>
    <message>
        <source>Hunch left it alone. If you trust the file, open it yourself and save it anew.</source>
        <translation>Hunch 没有读取它。如果你信任此文件，请自行打开并重新保存。</translation>
    </message>
    <message>
        <source>The file is too large to be read</source>
        <translation>文件太大，无法读取</translation>
    </message>
    <message>
        <source>It is found by its name. You can raise the largest size in Settings.</source>
        <translation>可以按名称找到它。你可以在“设置”中提高文件大小上限。</translation>
    </message>
    <message>
        <source>Only the first part of the file was read</source>
        <translation>只读取了文件的开头部分</translation>
    </message>
    <message>
        <source>It holds more text than is kept of one file. What was read can be found.</source>
        <translation>它的文本超出了单个文件的保存上限。已读取的部分可以找到。</translation>
    </message>
    <message>
        <source>Reading the file took too long</source>
        <translation>读取文件用时过长</translation>
    </message>
    <message>
        <source>Read it again when the computer has less to do.</source>
        <translation>请在电脑不太忙时重新读取。</translation>
    </message>
    <message>
        <source>Reading the file needed too much memory</source>
        <translation>读取文件需要的内存过多</translation>
    </message>
    <message>
        <source>Close other programs and read it again, or divide the file.</source>
        <translation>请关闭其他程序后重新读取，或将文件拆分。</translation>
    </message>
    <message>
        <source>Reading the file failed</source>
        <translation>读取文件失败</translation>
    </message>
    <message>
        <source>Hunch went on with the others. Read it again, or save the file anew.</source>
        <translation>Hunch 已继续读取其他文件。请重新读取，或重新保存此文件。</translation>
    </message>
    <message>
        <source>No text was found in it</source>
        <translation>其中没有找到文本</translation>
    </message>
    <message>
        <source>If it is a scan, turn on reading text in pictures in Settings.</source>
        <translation>如果是扫描件，请在“设置”中开启读取图片中的文字。</translation>
    </message>
    <message>
        <source>Some parts of the file could not be read</source>
        <translation>文件的某些部分无法读取</translation>
    </message>
    <message>
        <source>The rest of it can be found. Nothing needs doing.</source>
        <translation>其余部分可以找到。无需处理。</translation>
    </message>
    <message>
        <source>The index was damaged</source>
        <translation>索引已损坏</translation>
    </message>
    <message>
        <source>Your files are untouched. Hunch put the index aside and reads your files again.</source>
        <translation>你的文件保持原样。Hunch 已将该索引移到一旁，正在重新读取你的文件。</translation>
    </message>
    <message>
        <source>The index was made by a newer Hunch</source>
        <translation>索引由较新版本的 Hunch 创建</translation>
    </message>
    <message>
        <source>Use the newer version, or choose another data folder.</source>
        <translation>请使用较新的版本，或选择其他数据文件夹。</translation>
    </message>
    <message>
        <source>Another Hunch is using the index</source>
        <translation>另一个 Hunch 正在使用索引</translation>
    </message>
    <message>
        <source>Close the other one, or wait until it is done.</source>
        <translation>请关闭另一个 Hunch，或等它完成。</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Make some room. Hunch goes on by itself.</source>
        <translation>请腾出一些空间。Hunch 会自动继续。</translation>
    </message>
    <message>
        <source>The disk is nearly full</source>
        <translation>磁盘快满了</translation>
    </message>
    <message>
        <source>Make some room. Hunch goes on by itself, and you can search meanwhile.</source>
        <translation>请腾出一些空间。Hunch 会自动继续，在此期间你可以搜索。</translation>
    </message>
    <message>
        <source>Hunch may not write to its data folder</source>
        <translation>Hunch 无法写入其数据文件夹</translation>
    </message>
    <message>
        <source>Give yourself permission to write there, or choose another data folder.</source>
        <translation>请为自己授予该处的写入权限，或选择其他数据文件夹。</translation>
    </message>
    <message>
        <source>The settings have a mistake in them</source>
        <translation>设置中有错误</translation>
    </message>
    <message>
        <source>Correct the value that is named, or remove it to get the usual one.</source>
        <translation>请更正所指出的值，或将其删除以恢复默认值。</translation>
    </message>
    <message>
        <source>This is not a folder</source>
        <translation>这不是文件夹</translation>
    </message>
    <message>
        <source>Choose a folder that is there now.</source>
        <translation>请选择一个现有的文件夹。</translation>
    </message>
    <message>
        <source>Hunch does not know this file</source>
        <translation>Hunch 不认识这个文件</translation>
    </message>
    <message>
        <source>Add its folder, or wait until it has been read.</source>
        <translation>请添加它所在的文件夹，或等它被读取。</translation>
    </message>
    <message>
        <source>The folder is not there now</source>
        <translation>文件夹目前不在</translation>
    </message>
    <message>
        <source>Connect the disk it is on, or remove the folder. Its files stay findable.</source>
        <translation>请连接它所在的磁盘，或移除该文件夹。其中的文件仍可找到。</translation>
    </message>
    <message>
        <source>Hunch does not know this model</source>
        <translation>Hunch 不认识这个模型</translation>
    </message>
    <message>
        <source>Choose one from the Models page.</source>
        <translation>请从“模型”页面中选择一个。</translation>
    </message>
    <message>
        <source>The model is not on this computer</source>
        <translation>模型不在这台电脑上</translation>
    </message>
    <message>
        <source>Get it on the Models page. Until then files are found by their words.</source>
        <translation>请在“模型”页面获取。在此之前，文件按字词查找。</translation>
    </message>
    <message>
        <source>The model’s file is damaged</source>
        <translation>模型文件已损坏</translation>
    </message>
    <message>
        <source>Remove it on the Models page and get it again.</source>
        <translation>请在“模型”页面移除它，然后重新获取。</translation>
    </message>
    <message>
        <source>This is not the file of that model</source>
        <translation>这不是该模型的文件</translation>
    </message>
    <message>
        <source>Choose the file the Models page names. Nothing was changed.</source>
        <translation>请选择“模型”页面所指明的文件。没有做任何更改。</translation>
    </message>
    <message>
        <source>The model could not be run</source>
        <translation>无法运行模型</translation>
    </message>
    <message>
        <source>Files are still found by their words. Check it on the Models page or use another.</source>
        <translation>文件仍可按字词找到。请在“模型”页面检查它，或改用其他模型。</translation>
    </message>
    <message>
        <source>The download did not finish</source>
        <translation>下载未完成</translation>
    </message>
    <message>
        <source>Check the connection and try again. It goes on where it stopped.</source>
        <translation>请检查网络连接后重试。下载会从中断处继续。</translation>
    </message>
    <message>
        <source>This search cannot be understood</source>
        <translation>无法理解这个搜索</translation>
    </message>
    <message>
        <source>Check the part that is named, such as a date or a size.</source>
        <translation>请检查所指出的部分，例如日期或大小。</translation>
    </message>
    <message>
        <source>The part of Hunch that searches has stopped</source>
        <translation>Hunch 的搜索部分已停止</translation>
    </message>
    <message>
        <source>It is started again by itself. If it is not, restart Hunch.</source>
        <translation>它会自动重新启动。如果没有，请重新启动 Hunch。</translation>
    </message>
    <message>
        <source>The part of Hunch that searches could not be started</source>
        <translation>无法启动 Hunch 的搜索部分</translation>
    </message>
    <message>
        <source>Try again. If that does not help, its log says more.</source>
        <translation>请重试。如果仍不行，其日志中有更多说明。</translation>
    </message>
    <message>
        <source>Hunch has a lot to do just now</source>
        <translation>Hunch 现在有很多事要做</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>Hunch made a mistake</source>
        <translation>Hunch 出了错</translation>
    </message>
    <message>
        <source>Try again. If it comes back, the log says more.</source>
        <translation>请重试。如果再次出现，日志中有更多说明。</translation>
    </message>
    <message>
        <source>Two versions of Hunch are running</source>
        <translation>有两个版本的 Hunch 正在运行</translation>
    </message>
    <message>
        <source>Quit Hunch and start it again.</source>
        <translation>请退出 Hunch，然后重新启动。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>You can start it again at any time.</source>
        <translation>你可以随时重新开始。</translation>
    </message>
    <message>
        <source>Indexing is paused</source>
        <translation>已暂停建立索引</translation>
    </message>
    <message>
        <source>You can search meanwhile. Resume when it suits you.</source>
        <translation>在此期间你可以搜索。方便时再继续。</translation>
    </message>
    <message>
        <source>Hunch’s data folder is gone</source>
        <translation>Hunch 的数据文件夹不见了</translation>
    </message>
    <message>
        <source>Connect the disk it is on, or restart Hunch to begin with a new one.</source>
        <translation>请连接它所在的磁盘，或重新启动 Hunch 以使用新的数据文件夹。</translation>
    </message>
    <message>
        <source>Waiting for mains power</source>
        <translation>正在等待接通电源</translation>
    </message>
    <message>
        <source>Indexing goes on when the computer is plugged in. You can search meanwhile.</source>
        <translation>电脑接通电源后会继续建立索引。在此期间你可以搜索。</translation>
    </message>
    <message>
        <source>Waiting while another program fills the screen</source>
        <translation>正在等待：另一个程序正在全屏运行</translation>
    </message>
    <message>
        <source>Indexing goes on afterwards. You can search meanwhile.</source>
        <translation>之后会继续建立索引。在此期间你可以搜索。</translation>
    </message>
    <message>
        <source>Waiting until the computer has less to do</source>
        <translation>正在等待电脑空闲一些</translation>
    </message>
    <message>
        <source>Indexing goes on by itself. You can search meanwhile.</source>
        <translation>会自动继续建立索引。在此期间你可以搜索。</translation>
    </message>
    <message>
        <source>You have no permission to look into this folder</source>
        <translation>你没有查看此文件夹的权限</translation>
    </message>
    <message>
        <source>Ask whoever owns it for access, or choose another folder.</source>
        <translation>请向其所有者申请访问权限，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Something did not work</source>
        <translation>有些地方没有成功</translation>
    </message>
    <message>
        <source>{folder}: {what}. {remedy}</source>
        <translation>{folder}：{what}。{remedy}</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>{files}, {size}</source>
        <translation>{files}，{size}</translation>
    </message>
    <message>
        <source>more than {amount}</source>
        <translation>超过 {amount}</translation>
    </message>
    <message>
        <source>It is indexed already.</source>
        <translation>已为它建立索引。</translation>
    </message>
    <message>
        <source>It is indexed already, as part of {folder}.</source>
        <translation>已作为 {folder} 的一部分建立索引。</translation>
    </message>
    <message>
        <source>This holds your whole home folder, with much that nobody looks for. It may take hours; choosing the folders you work in is usually better.</source>
        <translation>这包含你的整个主文件夹，其中有许多没人会找的内容，可能需要几个小时；通常选择你工作用的文件夹更好。</translation>
    </message>
    <message>
        <source>That is a lot. You can search while it is read, newest files first.</source>
        <translation>内容很多。读取期间你可以搜索，最新的文件会先读取。</translation>
    </message>
    <message>
        <source>It holds {folders}, which then becomes a part of it and is not read again.</source>
        <translation>它包含 {folders}，后者将成为它的一部分，不会重新读取。</translation>
    </message>
    <message>
        <source>There is nothing to read in it yet. New files are read when they come.</source>
        <translation>其中还没有可读取的内容。有新文件时会读取。</translation>
    </message>
    <message>
        <source>&quot;heating costs&quot;</source>
        <translation>&quot;heating costs&quot;</translation>
    </message>
    <message>
        <source>these words, in this order</source>
        <translation>包含这些字词，且顺序一致</translation>
    </message>
    <message>
        <source>boiler -gas</source>
        <translation>boiler -gas</translation>
    </message>
    <message>
        <source>without this word</source>
        <translation>不含这个词</translation>
    </message>
    <message>
        <source>one kind: pdf, picture, document, table, slides, mail, code …</source>
        <translation>某一种类：pdf, picture, document, table, slides, mail, code …</translation>
    </message>
    <message>
        <source>files whose names end so</source>
        <translation>文件名以此结尾的文件</translation>
    </message>
    <message>
        <source>in:Invoices</source>
        <translation>in:Invoices</translation>
    </message>
    <message>
        <source>in folders of this name</source>
        <translation>在叫这个名称的文件夹中</translation>
    </message>
    <message>
        <source>name:lease</source>
        <translation>name:lease</translation>
    </message>
    <message>
        <source>this in the file&apos;s name</source>
        <translation>文件名中包含此内容</translation>
    </message>
    <message>
        <source>changed in or after March 2024; before:2023 likewise</source>
        <translation>2024 年 3 月或之后更改；before:2023 用法类似</translation>
    </message>
    <message>
        <source>larger than ten megabytes; size:&lt;100kb likewise</source>
        <translation>大于 10 MB；size:&lt;100kb 用法类似</translation>
    </message>
    <message>
        <source>like:photo.jpg</source>
        <translation>like:photo.jpg</translation>
    </message>
    <message>
        <source>files that are like this one</source>
        <translation>与这个文件相似的文件</translation>
    </message>
    <message>
        <source>beach +sunset -people</source>
        <translation>beach +sunset -people</translation>
    </message>
    <message>
        <source>nearer to one thing, further from another</source>
        <translation>更接近一样东西，更远离另一样</translation>
    </message>
    <message>
        <source>licence: {name}</source>
        <translation>许可证：{name}</translation>
    </message>
    <message>
        <source>vectors of {dim} numbers</source>
        <translation>{dim} 维向量</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>In use until the new one is ready</source>
        <translation>新模型就绪前继续使用</translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>kind of file</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>ending of the name</source>
        <translation>文件扩展名</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>更改晚于</translation>
    </message>
    <message>
        <source>changed before</source>
        <translation>更改早于</translation>
    </message>
    <message>
        <source>changed in</source>
        <translation>更改于</translation>
    </message>
    <message>
        <source>size of the file</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>part of the name</source>
        <translation>名称的一部分</translation>
    </message>
    <message>
        <source>like this file</source>
        <translation>类似此文件</translation>
    </message>
    <message>
        <source>PDF, Word, OpenDocument, books</source>
        <translation>PDF、Word、OpenDocument、图书</translation>
    </message>
    <message>
        <source>Word, OpenDocument, RTF</source>
        <translation>Word、OpenDocument、RTF</translation>
    </message>
    <message>
        <source>photos, scans, drawings</source>
        <translation>照片、扫描件、绘图</translation>
    </message>
    <message>
        <source>Excel, OpenDocument, CSV</source>
        <translation>Excel、OpenDocument、CSV</translation>
    </message>
    <message>
        <source>PowerPoint, OpenDocument</source>
        <translation>PowerPoint、OpenDocument</translation>
    </message>
    <message>
        <source>saved mail</source>
        <translation>已保存的邮件</translation>
    </message>
    <message>
        <source>plain text, Markdown</source>
        <translation>纯文本、Markdown</translation>
    </message>
    <message>
        <source>EPUB</source>
        <translation>EPUB</translation>
    </message>
    <message>
        <source>saved web pages</source>
        <translation>已保存的网页</translation>
    </message>
    <message>
        <source>programs and scripts</source>
        <translation>程序和脚本</translation>
    </message>
    <message>
        <source>CSV, JSON, XML</source>
        <translation>CSV、JSON、XML</translation>
    </message>
    <message>
        <source>Jupyter</source>
        <translation>Jupyter</translation>
    </message>
    <message>
        <source>ZIP and the like</source>
        <translation>ZIP 等</translation>
    </message>
    <message>
        <source>all other kinds</source>
        <translation>所有其他类型</translation>
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
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>one day</source>
        <translation>一天</translation>
    </message>
    <message>
        <source>from Monday</source>
        <translation>从周一起</translation>
    </message>
    <message>
        <source>Monday to Sunday</source>
        <translation>周一至周日</translation>
    </message>
    <message>
        <source>up to today</source>
        <translation>截至今天</translation>
    </message>
    <message>
        <source>the whole month</source>
        <translation>整月</translation>
    </message>
    <message>
        <source>the whole year</source>
        <translation>全年</translation>
    </message>
    <message>
        <source>the latest one</source>
        <translation>最近的一个</translation>
    </message>
    <message>
        <source>day first</source>
        <translation>日在前</translation>
    </message>
    <message>
        <source>month first</source>
        <translation>月在前</translation>
    </message>
    <message>
        <source>larger</source>
        <translation>更大</translation>
    </message>
    <message>
        <source>smaller</source>
        <translation>更小</translation>
    </message>
    <message>
        <source>between</source>
        <translation>介于两者之间</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>over 100 languages</source>
        <translation>100 多种语言</translation>
    </message>
    <message>
        <source>over 200 languages</source>
        <translation>200 多种语言</translation>
    </message>
    <message>
        <source>Gemma terms of use</source>
        <translation>Gemma 使用条款</translation>
    </message>
    <message>
        <source>Demonstration (drawn objects only)</source>
        <translation>演示（仅限绘制的物体）</translation>
    </message>
    <message>
        <source>The smallest and fastest; right for most laptops and for documents in English.</source>
        <translation>最小最快，适合大多数笔记本电脑和英文文档。</translation>
    </message>
    <message>
        <source>As small as MiniLM and better at questions; a good first upgrade for English.</source>
        <translation>和 MiniLM 一样小，更擅长回答问题；英文的首选升级。</translation>
    </message>
    <message>
        <source>Half the speed of the smallest models, somewhat better results in English.</source>
        <translation>速度是最小模型的一半，英文结果略好。</translation>
    </message>
    <message>
        <source>Clearly better results in English for those who can leave the laptop indexing overnight.</source>
        <translation>英文结果明显更好，适合可以让电脑整夜建立索引的人。</translation>
    </message>
    <message>
        <source>A well-tried small model for English with longer passages than MiniLM reads at once.</source>
        <translation>久经考验的小型英文模型，一次能读的段落比 MiniLM 更长。</translation>
    </message>
    <message>
        <source>A well-tried middle-sized model for English; several times slower than the small ones.</source>
        <translation>久经考验的中型英文模型，比小模型慢数倍。</translation>
    </message>
    <message>
        <source>The one to pick when documents or questions are in several languages.</source>
        <translation>文档或问题涉及多种语言时的选择。</translation>
    </message>
    <message>
        <source>Reads long passages whole; vectors can be cut short to keep a large index small.</source>
        <translation>能整体读取长段落；向量可截短，让大型索引保持小巧。</translation>
    </message>
    <message>
        <source>Strong in many languages; needs a fast laptop, and its licence has conditions to read first.</source>
        <translation>擅长多种语言；需要较快的电脑，其许可证的条件请先阅读。</translation>
    </message>
    <message>
        <source>The best results and by far the slowest; for workstations and small collections.</source>
        <translation>结果最好，但也最慢；适合工作站和小型资料库。</translation>
    </message>
    <message>
        <source>The fastest, and good at everyday photos; right for most laptops.</source>
        <translation>最快，擅长日常照片，适合大多数笔记本电脑。</translation>
    </message>
    <message>
        <source>Sees smaller things than B/32 and finds a little more; takes some four times as long.</source>
        <translation>能看到比 B/32 更小的东西，找到的略多；用时约为四倍。</translation>
    </message>
    <message>
        <source>The best results for descriptions in English; as slow as CLIP B/16.</source>
        <translation>英文描述的结果最好；和 CLIP B/16 一样慢。</translation>
    </message>
    <message>
        <source>The one to pick when pictures are described in several languages; needs 2 GB of disk.</source>
        <translation>用多种语言描述图片时的选择；需要 2 GB 磁盘空间。</translation>
    </message>
    <message>
        <source>The first CLIP, for comparison; the default finds more.</source>
        <translation>最早的 CLIP，供比较；默认模型找到的更多。</translation>
    </message>
    <message>
        <source>For trying Hunch on its sample library: it knows plain shapes and drawn objects, and no photos.</source>
        <translation>用于在示例资料上试用 Hunch：只认识简单形状和绘制的物体，不认识照片。</translation>
    </message>
    <message>
        <source>Nothing holds {} word by word; these come closest.</source>
        <translation>没有内容逐字包含{}；以下最为接近。</translation>
    </message>
    <message>
        <source>No folder here is called “{}”; all were searched.</source>
        <translation>这里没有名为“{}”的文件夹；已搜索全部。</translation>
    </message>
    <message>
        <source>No file here is called “{}”; its name was searched for as words.</source>
        <translation>这里没有名为“{}”的文件；已把该名称当作文字搜索。</translation>
    </message>
    <message>
        <source>No model has read it yet, so nothing can be said to be like it.</source>
        <translation>还没有模型读取过它，因此无法查找相似内容。</translation>
    </message>
    <message>
        <source>Nothing here matches; these come closest.</source>
        <translation>没有匹配的结果；以下最为接近。</translation>
    </message>
    <message>
        <source>Preparing {} for this machine. This is done once and takes a moment.</source>
        <translation>正在为这台电脑准备 {}。只需一次，稍等片刻。</translation>
    </message>
    <message>
        <source>{} has read everything and answers from now on.</source>
        <translation>{} 已读完全部内容，从现在起由它回答。</translation>
    </message>
    <message>
        <source>{} is indexed already, and this with it.</source>
        <translation>{} 已建立索引，此文件夹也包括在内。</translation>
    </message>
    <message>
        <source>{} is no longer indexed. Its files were not touched.</source>
        <translation>{} 不再建立索引。其中的文件未被改动。</translation>
    </message>
    <message>
        <source>{} is not there now. What is known of its files stays findable.</source>
        <translation>{} 目前不在。其中文件的已知内容仍可找到。</translation>
    </message>
    <message>
        <source>{} is part of it now and is not read again.</source>
        <translation>{} 现已包含在内，不会再次读取。</translation>
    </message>
    <message>
        <source>It was kept as {}; a new index is built from your files.</source>
        <translation>已保存为 {}；正在根据你的文件建立新索引。</translation>
    </message>
    <message>
        <source>It was kept as {}; the folders are taken from the index.</source>
        <translation>已保存为 {}；文件夹取自索引。</translation>
    </message>
    <message>
        <source>Searched by names and words only. With a model from the Models page Hunch finds by meaning, too.</source>
        <translation>只按名称和文字搜索。从“模型”页面获取模型后，Hunch 还能按含义查找。</translation>
    </message>
    <message>
        <source>Searched by names and words only. The model has not read the files yet.</source>
        <translation>只按名称和文字搜索。模型尚未读取文件。</translation>
    </message>
    <message>
        <source>Searched by names and words only.</source>
        <translation>只按名称和文字搜索。</translation>
    </message>
    <message>
        <source>Pictures were not looked at.</source>
        <translation>未查看图片。</translation>
    </message>
    <message>
        <source>Pictures are found by name, date and the text in them. With a picture model from the Models page they are found by what they show, too.</source>
        <translation>图片按名称、日期和其中的文字查找。从“模型”页面获取图片模型后，还能按画面内容查找。</translation>
    </message>
    <message>
        <source>Until {0} is on this computer, files are found by names and words. Get it on the Models page.</source>
        <translation>在这台电脑上有 {0} 之前，文件按名称和文字查找。可在“模型”页面获取。</translation>
    </message>
    <message>
        <source>There are more folders than this system lets a program watch, so changes are looked for every ten minutes. To have them noticed at once, raise the limit: {}</source>
        <translation>文件夹数量超出系统允许程序监视的上限，因此每十分钟检查一次更改。要立即发现更改，请提高上限：{}</translation>
    </message>
    <message>
        <source>Hunch’s engine stopped again and again. Its log says more.</source>
        <translation>Hunch 的引擎一再停止。其日志中有更多信息。</translation>
    </message>
    <message>
        <source>{what}.</source>
        <translation>{what}。</translation>
    </message>
    <message>
        <source>{what}. {remedy}</source>
        <translation>{what}。{remedy}</translation>
    </message>
    <message>
        <source>{name}: {told}</source>
        <translation>{name}：{told}</translation>
    </message>
    <message>
        <source>Its files are whole.</source>
        <translation>文件完好无损。</translation>
    </message>
    <message>
        <source>Looking for the file</source>
        <translation>正在查找文件</translation>
    </message>
    <message>
        <source>Importing. A large model takes a minute.</source>
        <translation>正在导入。较大的模型需要一分钟左右。</translation>
    </message>
    <message>
        <source>Checking its files</source>
        <translation>正在检查文件</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>正在移除</translation>
    </message>
    <message>
        <source>Changing over</source>
        <translation>正在切换</translation>
    </message>
    <message>
        <source>Downloaded. Now it is checked and made ready for this computer.</source>
        <translation>已下载。正在检查，并为这台电脑做好准备。</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done}/{total}</translation>
    </message>
    <message>
        <source>{done} of {total}, {speed} a second, {left} left</source>
        <translation>{done}/{total}，每秒 {speed}，剩余 {left}</translation>
    </message>
    <message>
        <source>{done} of {whole} passages; the old one answers until then.</source>
        <translation>已完成 {done}/{whole} 个段落；在此之前由旧模型应答。</translation>
    </message>
    <message>
        <source>{done} of {whole} pictures; the old one answers until then.</source>
        <translation>已完成 {done}/{whole} 张图片；在此之前由旧模型应答。</translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation>建立索引</translation>
    </message>
    <message>
        <source>Below {share}</source>
        <translation>低于 {share}</translation>
    </message>
    <message>
        <source>Wait on battery</source>
        <translation>使用电池时等待</translation>
    </message>
    <message>
        <source>Searching works at all times, whatever indexing waits for.</source>
        <translation>无论建立索引在等待什么，搜索随时可用。</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>Wait while other programs are busy</source>
        <translation>其他程序繁忙时等待</translation>
    </message>
    <message>
        <source>Indexing goes on when the processor has time again.</source>
        <translation>处理器有空闲时，会继续建立索引。</translation>
    </message>
    <message>
        <source>Wait while something fills the screen</source>
        <translation>有程序全屏时等待</translation>
    </message>
    <message>
        <source>Films, games and presentations are left in peace.</source>
        <translation>不打扰影片、游戏和演示。</translation>
    </message>
    <message>
        <source>Share of the time to work in</source>
        <translation>工作时间占比</translation>
    </message>
    <message>
        <source>Less keeps the computer cooler and quieter, and takes longer.</source>
        <translation>占比越低，电脑越凉爽、越安静，但用时更长。</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Read the text in pictures</source>
        <translation>读取图片中的文字</translation>
    </message>
    <message>
        <source>Screenshots, receipts and scanned pages, after everything else; a page takes some seconds.</source>
        <translation>截图、收据和扫描页，排在其他内容之后；每页需要几秒钟。</translation>
    </message>
    <message>
        <source>Read hidden files and folders</source>
        <translation>读取隐藏文件和文件夹</translation>
    </message>
    <message>
        <source>Those of programs mostly; their names begin with a dot.</source>
        <translation>多数属于程序；名称以点开头。</translation>
    </message>
    <message>
        <source>Largest file to read</source>
        <translation>可读取的最大文件</translation>
    </message>
    <message>
        <source>Larger ones are found by their name, and listed under Problems.</source>
        <translation>更大的文件可按名称找到，并列在“问题”中。</translation>
    </message>
    <message>
        <source>Files read at the same time</source>
        <translation>同时读取的文件数</translation>
    </message>
    <message>
        <source>By the processor</source>
        <translation>由处理器决定</translation>
    </message>
    <message>
        <source>Longest time for one file</source>
        <translation>单个文件的最长用时</translation>
    </message>
    <message>
        <source>What takes longer is given up and listed under Problems.</source>
        <translation>用时更长的会放弃，并列在“问题”中。</translation>
    </message>
    <message>
        <source> s</source>
        <comment>unit after a number: seconds</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Most memory for reading one file</source>
        <translation>读取单个文件的内存上限</translation>
    </message>
    <message>
        <source> MB</source>
        <comment>unit after a number</comment>
        <translation> MB</translation>
    </message>
    <message>
        <source>Compare all folders every</source>
        <translation>比对所有文件夹的间隔</translation>
    </message>
    <message>
        <source>Changes are noticed at once; this finds the few that no system tells of.</source>
        <translation>更改会立即被察觉；这样可以找出系统没有通知的少数更改。</translation>
    </message>
    <message>
        <source> min</source>
        <comment>unit after a number: minutes</comment>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Keep models in memory for</source>
        <translation>模型在内存中保留的时间</translation>
    </message>
    <message>
        <source>The first search after that takes a second longer.</source>
        <translation>超过这段时间后，首次搜索会多花一秒钟。</translation>
    </message>
    <message>
        <source>Stop when the disk has less free than</source>
        <translation>磁盘可用空间低于此值时停止</translation>
    </message>
    <message>
        <source>The desktop has set them to {keys}.</source>
        <translation>桌面环境已将按键设为 {keys}。</translation>
    </message>
    <message>
        <source>Another program has these keys. Choose others.</source>
        <translation>这些按键已被其他程序占用。请选择其他按键。</translation>
    </message>
    <message>
        <source>This keyboard cannot send these keys. Choose others.</source>
        <translation>此键盘无法发出这些按键。请选择其他按键。</translation>
    </message>
    <message>
        <source>The desktop is asking you whether Hunch may use these keys.</source>
        <translation>桌面环境正在询问你是否允许 Hunch 使用这些按键。</translation>
    </message>
    <message>
        <source>This desktop lets no program choose keys for itself. In its keyboard settings, bind any keys to the command: hunch toggle</source>
        <translation>此桌面环境不允许程序自行选择按键。请在其键盘设置中，将任意按键绑定到命令：hunch toggle</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复文件</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Spreadsheets</source>
        <translation>电子表格</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>幻灯片</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Source code</source>
        <translation>源代码</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>压缩包</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>去年</translation>
    </message>
    <message>
        <source>Before last year</source>
        <translation>去年以前</translation>
    </message>
    <message>
        <source>Another type…</source>
        <translation>其他类型…</translation>
    </message>
    <message>
        <source>Another time…</source>
        <translation>其他时间…</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>其他文件夹…</translation>
    </message>
    <message>
        <source>Another size…</source>
        <translation>其他大小…</translation>
    </message>
    <message>
        <source>Type: {value}</source>
        <translation>类型：{value}</translation>
    </message>
    <message>
        <source>Ending: {value}</source>
        <translation>扩展名：{value}</translation>
    </message>
    <message>
        <source>In {value}</source>
        <translation>位于 {value}</translation>
    </message>
    <message>
        <source>Since {value}</source>
        <translation>{value} 以来</translation>
    </message>
    <message>
        <source>Before {value}</source>
        <translation>{value} 之前</translation>
    </message>
    <message>
        <source>Changed {value}</source>
        <translation>更改于 {value}</translation>
    </message>
    <message>
        <source>Size {value}</source>
        <translation>大小 {value}</translation>
    </message>
    <message>
        <source>Name has {value}</source>
        <translation>名称含 {value}</translation>
    </message>
    <message>
        <source>Like {value}</source>
        <translation>类似 {value}</translation>
    </message>
    <message>
        <source>Not: {filter}</source>
        <translation>排除：{filter}</translation>
    </message>
    <message>
        <source>More like {name}</source>
        <translation>更多类似 {name}</translation>
    </message>
    <message>
        <source>Less like {name}</source>
        <translation>更少类似 {name}</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>Smaller than 100 kB</source>
        <translation>小于 100 kB</translation>
    </message>
    <message>
        <source>Larger than 1 MB</source>
        <translation>大于 1 MB</translation>
    </message>
    <message>
        <source>Larger than 10 MB</source>
        <translation>大于 10 MB</translation>
    </message>
    <message>
        <source>Larger than 100 MB</source>
        <translation>大于 100 MB</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>below here is chance</source>
        <translation>以下结果多属偶然</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>已不在原处</translation>
    </message>
    <message>
        <source>Disk not connected</source>
        <translation>磁盘未连接</translation>
    </message>
    <message>
        <source>{name} in {folder}</source>
        <translation>{name}，位于 {folder}</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>The selected file</source>
        <translation>选中的文件</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Quick search</source>
        <translation>快速搜索</translation>
    </message>
    <message>
        <source>Go to the search field</source>
        <translation>转到搜索框</translation>
    </message>
    <message>
        <source>Earlier searches</source>
        <translation>以前的搜索</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索内容</translation>
    </message>
    <message>
        <source>A file is missing</source>
        <translation>缺少某个文件</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Copy the passage</source>
        <translation>复制段落</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Find similar files</source>
        <translation>查找相似文件</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>更多类似结果</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>更少类似结果</translation>
    </message>
    <message>
        <source>Show its other versions</source>
        <translation>显示其他版本</translation>
    </message>
    <message>
        <source>Hide its other versions</source>
        <translation>隐藏其他版本</translation>
    </message>
    <message>
        <source>Why is it here?</source>
        <translation>为什么会出现在这里？</translation>
    </message>
    <message>
        <source>Show or hide the preview</source>
        <translation>显示或隐藏预览</translation>
    </message>
    <message>
        <source>Next passage found</source>
        <translation>下一个找到的段落</translation>
    </message>
    <message>
        <source>Previous passage found</source>
        <translation>上一个找到的段落</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Pause indexing, or go on</source>
        <translation>暂停或继续建立索引</translation>
    </message>
    <message>
        <source>Keyboard help</source>
        <translation>键盘帮助</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Show more in the window</source>
        <translation>在窗口中显示更多</translation>
    </message>
    <message>
        <source>Hide the quick search</source>
        <translation>隐藏快速搜索</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Markdown text</source>
        <translation>Markdown 文本</translation>
    </message>
    <message>
        <source>reStructuredText</source>
        <translation>reStructuredText</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Table of values</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>JSON data</source>
        <translation>JSON 数据</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word 文档</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>OpenDocument 文本</translation>
    </message>
    <message>
        <source>Rich text</source>
        <translation>RTF 文本</translation>
    </message>
    <message>
        <source>PowerPoint slides</source>
        <translation>PowerPoint 幻灯片</translation>
    </message>
    <message>
        <source>OpenDocument slides</source>
        <translation>OpenDocument 幻灯片</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>OpenDocument spreadsheet</source>
        <translation>OpenDocument 电子表格</translation>
    </message>
    <message>
        <source>Electronic book</source>
        <translation>电子书</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>笔记本</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>压缩包</translation>
    </message>
    <message>
        <source>XML data</source>
        <translation>XML 数据</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>d MMM yy</source>
        <comment>date format of Qt: day month year</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>不到一分钟</translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>第 {number} 页</translation>
    </message>
    <message>
        <source>slide {number}</source>
        <translation>第 {number} 张幻灯片</translation>
    </message>
    <message>
        <source>frame {number}</source>
        <translation>第 {number} 帧</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>sheet {name}</source>
        <translation>工作表 {name}</translation>
    </message>
    <message>
        <source>cell {name}</source>
        <translation>单元格 {name}</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>text in picture</source>
        <translation>图片中的文字</translation>
    </message>
    <message>
        <source>words</source>
        <translation>字词</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>looks like it</source>
        <translation>画面相似</translation>
    </message>
    <message>
        <source>Everything is up to date</source>
        <translation>一切已是最新</translation>
    </message>
    <message>
        <source>{count}/min</source>
        <translation>{count}/分钟</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>剩余时间：{duration}</translation>
    </message>
    <message>
        <source>Looking for changes in {folder}</source>
        <translation>正在检查 {folder} 中的更改</translation>
    </message>
    <message>
        <source>Indexing {folder}</source>
        <translation>正在为 {folder} 建立索引</translation>
    </message>
    <message>
        <source>Looking for changes</source>
        <translation>正在检查更改</translation>
    </message>
    <message>
        <source>Preparing search by meaning</source>
        <translation>正在准备按含义搜索</translation>
    </message>
    <message>
        <source>Looking at pictures</source>
        <translation>正在查看图片</translation>
    </message>
    <message>
        <source>Reading text in pictures</source>
        <translation>正在读取图片中的文字</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>正在等待</translation>
    </message>
    <message>
        <source>Paused until {time}</source>
        <translation>暂停至 {time}</translation>
    </message>
    <message>
        <source>Paused until tomorrow, {time}</source>
        <translation>暂停至明天 {time}</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>主文件夹</translation>
    </message>
    <message>
        <source>No folder is chosen yet</source>
        <translation>尚未选择文件夹</translation>
    </message>
    <message>
        <source>Choose the folders you want to search. What is in them stays on this computer.</source>
        <translation>选择你想搜索的文件夹。其中的内容只留在这台电脑上。</translation>
    </message>
    <message>
        <source>Choose folders</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Nothing here matches</source>
        <translation>没有匹配的结果</translation>
    </message>
    <message>
        <source>No file fits all the filters and words together.</source>
        <translation>没有文件同时符合所有筛选条件和词语。</translation>
    </message>
    <message>
        <source>Remove the filters</source>
        <translation>移除筛选条件</translation>
    </message>
    <message>
        <source>Only one way of searching was tried.</source>
        <translation>只用了一种搜索方式。</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>Nothing found so far</source>
        <translation>暂时没有找到</translation>
    </message>
    <message>
        <source>Try fewer words, or others: what was it about? A folder that is not chosen is not searched.</source>
        <translation>试试更少或其他的词：内容讲的是什么？未选择的文件夹不搜索。</translation>
    </message>
    <message>
        <source>Look at the folders</source>
        <translation>查看文件夹</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Words only</source>
        <translation>仅文字</translation>
    </message>
    <message>
        <source>By meaning only</source>
        <translation>仅按含义</translation>
    </message>
    <message>
        <source>Pictures by sight</source>
        <translation>按外观找图片</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>A part of Hunch is missing ({}). Install it anew.</source>
        <translation>Hunch 缺少一部分（{}）。请重新安装。</translation>
    </message>
    <message>
        <source>A part of it is over {} when unpacked.</source>
        <translation>其中一部分解压后超过 {}。</translation>
    </message>
    <message>
        <source>A part of the message is broken.</source>
        <translation>邮件的一部分已损坏。</translation>
    </message>
    <message>
        <source>A part of the message is too large.</source>
        <translation>邮件的一部分过大。</translation>
    </message>
    <message>
        <source>And {} more parts could not be read.</source>
        <translation>另有 {} 个部分无法读取。</translation>
    </message>
    <message>
        <source>Archives are nested more than {} levels deep.</source>
        <translation>压缩包嵌套超过 {} 层。</translation>
    </message>
    <message>
        <source>Attachment {} could not be read.</source>
        <translation>附件 {} 无法读取。</translation>
    </message>
    <message>
        <source>Check the name, or connect the disk it is on.</source>
        <translation>请检查名称，或连接它所在的磁盘。</translation>
    </message>
    <message>
        <source>Choose the folder it is in.</source>
        <translation>请选择它所在的文件夹。</translation>
    </message>
    <message>
        <source>Drawing it was stopped after {} seconds. Open it with another program.</source>
        <translation>绘制在 {} 秒后停止。请用其他程序打开。</translation>
    </message>
    <message>
        <source>Folders are nested too deep here. Move it higher up.</source>
        <translation>此处文件夹嵌套过深。请将其移到更上层。</translation>
    </message>
    <message>
        <source>Hunch does not know this format.</source>
        <translation>Hunch 不认识此格式。</translation>
    </message>
    <message>
        <source>Hunch does not open 7-Zip archives. Pack it as zip to have it found.</source>
        <translation>Hunch 不打开 7-Zip 压缩包。打包为 zip 即可找到其内容。</translation>
    </message>
    <message>
        <source>Hunch does not open RAR archives. Pack it as zip to have it found.</source>
        <translation>Hunch 不打开 RAR 压缩包。打包为 zip 即可找到其内容。</translation>
    </message>
    <message>
        <source>Hunch does not read JPEG XL. Save it as JPEG or PNG to have it found.</source>
        <translation>Hunch 不读取 JPEG XL。另存为 JPEG 或 PNG 即可找到。</translation>
    </message>
    <message>
        <source>Hunch may not read it. Give yourself the right to read it.</source>
        <translation>Hunch 无权读取。请为自己授予读取权限。</translation>
    </message>
    <message>
        <source>It cannot be drawn here. Open it with another program.</source>
        <translation>无法在此处显示。请用其他程序打开。</translation>
    </message>
    <message>
        <source>It cannot be unpacked to its end.</source>
        <translation>无法完整解压。</translation>
    </message>
    <message>
        <source>It cannot be unpacked.</source>
        <translation>无法解压。</translation>
    </message>
    <message>
        <source>It changed before the text in it was read.</source>
        <translation>文件在读取其中文字之前已更改。</translation>
    </message>
    <message>
        <source>It claims more pixels than fit into memory.</source>
        <translation>图片声明的像素超出内存容量。</translation>
    </message>
    <message>
        <source>It declares XML entities or a document type, which can be used to fill the memory.</source>
        <translation>它声明了可用来占满内存的 XML 实体或文档类型。</translation>
    </message>
    <message>
        <source>It does not begin like an RTF file.</source>
        <translation>开头不像 RTF 文件。</translation>
    </message>
    <message>
        <source>It has no page {}.</source>
        <translation>没有第 {} 页。</translation>
    </message>
    <message>
        <source>It holds data of a program, not text.</source>
        <translation>其中是程序数据，不是文字。</translation>
    </message>
    <message>
        <source>It holds more text than can be kept.</source>
        <translation>文字超出可保存的量。</translation>
    </message>
    <message>
        <source>It holds more than {} members.</source>
        <translation>包含超过 {} 个成员。</translation>
    </message>
    <message>
        <source>It holds no mail.</source>
        <translation>其中没有邮件。</translation>
    </message>
    <message>
        <source>It holds no mails.</source>
        <translation>其中没有邮件。</translation>
    </message>
    <message>
        <source>It is a drawing without an area.</source>
        <translation>绘图没有面积。</translation>
    </message>
    <message>
        <source>It is a folder, a pipe or a device, not a document.</source>
        <translation>这是文件夹、管道或设备，不是文档。</translation>
    </message>
    <message>
        <source>It is a link. Add the folder it leads to instead.</source>
        <translation>这是一个链接。请改为添加它指向的文件夹。</translation>
    </message>
    <message>
        <source>It is a picture without a single pixel.</source>
        <translation>图片中没有任何像素。</translation>
    </message>
    <message>
        <source>It is a socket or a device, not a document.</source>
        <translation>这是套接字或设备，不是文档。</translation>
    </message>
    <message>
        <source>It is an older program&apos;s file of a kind Hunch does not know.</source>
        <translation>这是旧程序的文件，Hunch 不认识此类型。</translation>
    </message>
    <message>
        <source>It is broken.</source>
        <translation>已损坏。</translation>
    </message>
    <message>
        <source>It is not a complete PDF.</source>
        <translation>PDF 不完整。</translation>
    </message>
    <message>
        <source>It is not a complete notebook.</source>
        <translation>笔记本不完整。</translation>
    </message>
    <message>
        <source>It is not a complete workbook.</source>
        <translation>工作簿不完整。</translation>
    </message>
    <message>
        <source>It is not a complete zip file.</source>
        <translation>zip 文件不完整。</translation>
    </message>
    <message>
        <source>It is not a drawing.</source>
        <translation>这不是绘图。</translation>
    </message>
    <message>
        <source>It is not a notebook.</source>
        <translation>这不是笔记本。</translation>
    </message>
    <message>
        <source>It is not a picture of a known kind, or its beginning is broken.</source>
        <translation>这不是已知类型的图片，或其开头已损坏。</translation>
    </message>
    <message>
        <source>It is not an archive, or its beginning is broken.</source>
        <translation>这不是压缩包，或其开头已损坏。</translation>
    </message>
    <message>
        <source>It is one of the folders it lies in, mounted again, and was not entered twice.</source>
        <translation>这是其上层文件夹的再次挂载，未重复读取。</translation>
    </message>
    <message>
        <source>It is over {} MB.</source>
        <translation>超过 {} MB。</translation>
    </message>
    <message>
        <source>It is over {}, the limit for this kind of file.</source>
        <translation>超过 {}，即此类文件的上限。</translation>
    </message>
    <message>
        <source>It is packed with a method Hunch does not know.</source>
        <translation>压缩方式 Hunch 不认识。</translation>
    </message>
    <message>
        <source>It is read up to {} million characters, {} seconds, {} members and {} MB unpacked.</source>
        <translation>最多读取 {} 百万字符、{} 秒、{} 个成员和解压后 {} MB。</translation>
    </message>
    <message>
        <source>It unpacks to more than {} MB.</source>
        <translation>解压后超过 {} MB。</translation>
    </message>
    <message>
        <source>It unpacks to more than {} times its size.</source>
        <translation>解压后超过原大小的 {} 倍。</translation>
    </message>
    <message>
        <source>It unpacks to more than {}.</source>
        <translation>解压后超过 {}。</translation>
    </message>
    <message>
        <source>It was deleted or moved while Hunch was at work.</source>
        <translation>在 Hunch 处理时被删除或移动。</translation>
    </message>
    <message>
        <source>It was deleted or moved while it was read.</source>
        <translation>在读取时被删除或移动。</translation>
    </message>
    <message>
        <source>It was written by a PowerPoint older than 97. Save it anew as .pptx.</source>
        <translation>由 97 之前的 PowerPoint 写成。请另存为 .pptx。</translation>
    </message>
    <message>
        <source>It was written by a Word older than Word 6. Save it anew as .docx.</source>
        <translation>由 Word 6 之前的 Word 写成。请另存为 .docx。</translation>
    </message>
    <message>
        <source>It was written by a program older than Office 95, or by another one.</source>
        <translation>由 Office 95 之前的程序或其他程序写成。</translation>
    </message>
    <message>
        <source>It was written to while it was read. It is read again later.</source>
        <translation>读取时正被写入，稍后会再次读取。</translation>
    </message>
    <message>
        <source>Its beginning is cut off.</source>
        <translation>开头缺失。</translation>
    </message>
    <message>
        <source>Its content is protected by a password.</source>
        <translation>内容受密码保护。</translation>
    </message>
    <message>
        <source>Its elements are drawn over {} times.</source>
        <translation>其中元素绘制超过 {} 次。</translation>
    </message>
    <message>
        <source>Its elements are nested over {} levels deep.</source>
        <translation>其中元素嵌套超过 {} 层。</translation>
    </message>
    <message>
        <source>Its elements refer to each other in a circle.</source>
        <translation>其中元素循环引用。</translation>
    </message>
    <message>
        <source>Its groups are nested more than {} levels deep.</source>
        <translation>其中分组嵌套超过 {} 层。</translation>
    </message>
    <message>
        <source>Its inner file table is broken.</source>
        <translation>内部文件表已损坏。</translation>
    </message>
    <message>
        <source>Its page {} cannot be drawn.</source>
        <translation>第 {} 页无法显示。</translation>
    </message>
    <message>
        <source>Its pages are empty.</source>
        <translation>页面为空。</translation>
    </message>
    <message>
        <source>Its part {} cannot be unpacked.</source>
        <translation>其中的 {} 无法解压。</translation>
    </message>
    <message>
        <source>Its part {} is missing or broken.</source>
        <translation>其中的 {} 缺失或已损坏。</translation>
    </message>
    <message>
        <source>Its part {} is missing.</source>
        <translation>其中的 {} 缺失。</translation>
    </message>
    <message>
        <source>Its reader failed ({}).</source>
        <translation>读取失败（{}）。</translation>
    </message>
    <message>
        <source>Its reader failed on it ({}).</source>
        <translation>读取失败（{}）。</translation>
    </message>
    <message>
        <source>Its table of slides is broken.</source>
        <translation>幻灯片表已损坏。</translation>
    </message>
    <message>
        <source>Its table of text pieces is broken.</source>
        <translation>文本片段表已损坏。</translation>
    </message>
    <message>
        <source>Its table of text pieces is missing.</source>
        <translation>文本片段表缺失。</translation>
    </message>
    <message>
        <source>Its text is cut off.</source>
        <translation>文字被截断。</translation>
    </message>
    <message>
        <source>Its text is packed in an unknown way.</source>
        <translation>文字以未知方式压缩。</translation>
    </message>
    <message>
        <source>Its text is too long.</source>
        <translation>文字过长。</translation>
    </message>
    <message>
        <source>Its {} x {} pixels need more memory than one file may take.</source>
        <translation>其 {} x {} 像素所需内存超出单个文件的上限。</translation>
    </message>
    <message>
        <source>Message {} is damaged ({}).</source>
        <translation>第 {} 封邮件已损坏（{}）。</translation>
    </message>
    <message>
        <source>One of its XML parts is over {} MB.</source>
        <translation>其中一个 XML 部分超过 {} MB。</translation>
    </message>
    <message>
        <source>One of its sheets spans more than {} million cells.</source>
        <translation>其中一个工作表超过 {} 百万个单元格。</translation>
    </message>
    <message>
        <source>Only its first {} pages were read.</source>
        <translation>只读取了前 {} 页。</translation>
    </message>
    <message>
        <source>Only the first rows and columns of the sheet {} were read.</source>
        <translation>工作表 {} 只读取了前面的行和列。</translation>
    </message>
    <message>
        <source>Only the first {} MB were read.</source>
        <translation>只读取了前 {} MB。</translation>
    </message>
    <message>
        <source>Only the first {} mails were read.</source>
        <translation>只读取了前 {} 封邮件。</translation>
    </message>
    <message>
        <source>Only the first {} of {} pages were read.</source>
        <translation>只读取了前 {} 页，共 {} 页。</translation>
    </message>
    <message>
        <source>Only the first {} parts were read.</source>
        <translation>只读取了前 {} 个部分。</translation>
    </message>
    <message>
        <source>Open it with another program to give its password.</source>
        <translation>请用其他程序打开并输入密码。</translation>
    </message>
    <message>
        <source>Page {} could not be read.</source>
        <translation>第 {} 页无法读取。</translation>
    </message>
    <message>
        <source>Pages that could not be read: {}.</source>
        <translation>无法读取的页：{}。</translation>
    </message>
    <message>
        <source>Reading it needs more memory than one file may take.</source>
        <translation>读取所需内存超出单个文件的上限。</translation>
    </message>
    <message>
        <source>Reading it was cut off each time. It is tried again when it changes.</source>
        <translation>每次读取都中断了。文件更改后会再次尝试。</translation>
    </message>
    <message>
        <source>Reading was stopped after {} seconds. A larger extract_timeout_s may help.</source>
        <translation>读取在 {} 秒后停止。在设置中延长单个文件的时间可能有帮助。</translation>
    </message>
    <message>
        <source>Reading was stopped at {} MB of memory. A larger extract_memory_mb may help.</source>
        <translation>读取在占用 {} MB 内存时停止。在设置中增加单个文件的内存可能有帮助。</translation>
    </message>
    <message>
        <source>Save a copy without a password to have it found by its content.</source>
        <translation>保存一份无密码的副本，即可按内容找到。</translation>
    </message>
    <message>
        <source>Slide {}:</source>
        <translation>第 {} 张幻灯片：</translation>
    </message>
    <message>
        <source>Text is read from pictures and scanned pages only.</source>
        <translation>只从图片和扫描页读取文字。</translation>
    </message>
    <message>
        <source>The archive is broken further on; only its beginning was read.</source>
        <translation>压缩包后部已损坏，只读取了开头。</translation>
    </message>
    <message>
        <source>The book is copy-protected; only its own reading program can open it.</source>
        <translation>此书有版权保护，只能用其专用阅读程序打开。</translation>
    </message>
    <message>
        <source>The camera put no preview into it. Export it as JPEG to have it found.</source>
        <translation>相机未在其中存入预览。导出为 JPEG 即可找到。</translation>
    </message>
    <message>
        <source>The drawing cannot be drawn.</source>
        <translation>绘图无法显示。</translation>
    </message>
    <message>
        <source>The end of the file could not be read.</source>
        <translation>文件末尾无法读取。</translation>
    </message>
    <message>
        <source>The folder could not be listed ({}).</source>
        <translation>无法列出文件夹内容（{}）。</translation>
    </message>
    <message>
        <source>The list of its chapters is missing.</source>
        <translation>章节列表缺失。</translation>
    </message>
    <message>
        <source>The picture is broken or not complete.</source>
        <translation>图片已损坏或不完整。</translation>
    </message>
    <message>
        <source>The reader ended without an answer; the file may be damaged. It is tried again when it changes.</source>
        <translation>读取未得到结果，文件可能已损坏。文件更改后会再次尝试。</translation>
    </message>
    <message>
        <source>The sheet {} could not be read ({}).</source>
        <translation>工作表 {} 无法读取（{}）。</translation>
    </message>
    <message>
        <source>The system reports: {}.</source>
        <translation>系统报告：{}。</translation>
    </message>
    <message>
        <source>The text of a drawing is known without reading its picture.</source>
        <translation>绘图中的文字无需读取图像即可得知。</translation>
    </message>
    <message>
        <source>The text of the mail could not be read.</source>
        <translation>邮件正文无法读取。</translation>
    </message>
    <message>
        <source>There are no files in it.</source>
        <translation>其中没有文件。</translation>
    </message>
    <message>
        <source>There is nothing in it.</source>
        <translation>其中没有内容。</translation>
    </message>
    <message>
        <source>There is nothing to read in it but perhaps blanks.</source>
        <translation>除空白外没有可读的内容。</translation>
    </message>
    <message>
        <source>Unpack it, or pack it without a password, to have it found by its content.</source>
        <translation>请解压，或不设密码重新打包，即可按内容找到。</translation>
    </message>
    <message>
        <source>{} is missing. Install Hunch anew.</source>
        <translation>缺少 {}。请重新安装 Hunch。</translation>
    </message>
    <message>
        <source>{} members need a password: {}.</source>
        <translation>{} 个成员需要密码：{}。</translation>
    </message>
    <message>
        <source>{} of the package rapidocr is not there. Install Hunch anew.</source>
        <translation>缺少 rapidocr 包中的 {}。请重新安装 Hunch。</translation>
    </message>
    <message>
        <source>{} of {} pages are empty: {}.</source>
        <translation>{} 页为空，共 {} 页：{}。</translation>
    </message>
    <message>
        <source>same content</source>
        <translation>内容相同</translation>
    </message>
    <message>
        <source>nearly the same text</source>
        <translation>文字几乎相同</translation>
    </message>
    <message>
        <source>other version</source>
        <translation>其他版本</translation>
    </message>
    <message>
        <source>same picture</source>
        <translation>相同图片</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Same content</source>
        <translation>内容相同</translation>
    </message>
    <message>
        <source>Nearly the same text</source>
        <translation>文字几乎相同</translation>
    </message>
    <message>
        <source>Other version</source>
        <translation>其他版本</translation>
    </message>
    <message>
        <source>Same picture</source>
        <translation>相同图片</translation>
    </message>
    <message>
        <source>+{count}</source>
        <translation>+{count}</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Numbers and codes</source>
        <translation>编号和代码</translation>
    </message>
    <message>
        <source>Its words</source>
        <translation>字词</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>What it looks like</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>综合</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读取</translation>
    </message>
    <message>
        <source>waits to be read</source>
        <translation>等待读取</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>found by its name only</source>
        <translation>只能按名称找到</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
</context>
<context>
    <name>WorkCard</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) to read</source>
        <translation>
            <numerusform>有 %Ln 个文件待读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) to prepare for search by meaning</source>
        <translation>
            <numerusform>有 %Ln 个段落待准备，用于按含义搜索</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) to look at</source>
        <translation>
            <numerusform>有 %Ln 张图片待查看</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>text in %Ln picture(s) to read</source>
        <translation>
            <numerusform>有 %Ln 张图片中的文字待读取</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Components</name>
    <message>
        <source>see its text</source>
        <translation>查看其文本</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
</context>
<context>
    <name>_Veil</name>
    <message>
        <source>Drop to add</source>
        <translation>松开即可添加</translation>
    </message>
</context>
<context>
    <name>parent</name>
    <message>
        <source>Pause for 15 minutes</source>
        <translation>暂停 15 分钟</translation>
    </message>
    <message>
        <source>Pause for 1 hour</source>
        <translation>暂停 1 小时</translation>
    </message>
    <message>
        <source>Pause until tomorrow</source>
        <translation>暂停到明天</translation>
    </message>
    <message>
        <source>Pause until I resume</source>
        <translation>暂停，直到我选择继续</translation>
    </message>
</context>
</TS>
