namespace LiveBoard.EndToEnd.Tests;

/// <summary>Text that wants to be more than text wherever it is written without care.</summary>
internal static class HostileText
{
    /// <summary>Runs in a page that lets it.</summary>
    public const string Script = "h()";

    /// <summary>An element that no page of ours has.</summary>
    public const string Element = "tai-nt";

    /// <summary>
    /// Markdown with a door for each kind of mischief. Whatever of it becomes a link must lead to a page on the web, and
    /// its letters must stand there.
    /// </summary>
    public const string Markdown = $"""
        Begins <{Element} onclick={Script}> <img src=x onerror={Script}>

        <script>{Script}</script>

        [one](javascript:{Script}) [two](JaVaScRiPt:{Script}) [three](data:text/html,<script>{Script}</script>)
        [four](<java
        script:{Script}>) [five](&#106;avascript:{Script}) [six](vbscript:{Script}) [seven]
        ![eight](x" onerror="{Script}) ![nine](javascript:{Script} "'><{Element}>") <javascript:{Script}>
        [ten](https://example.org/"onmouseover="{Script} "'><{Element} onclick={Script}>")

        [seven]: javascript:{Script} "'><{Element}>"

        `</code><{Element}>` **</strong><{Element}>** ~~</del><svg onload={Script}>~~

        ```"><{Element}>
        </code></pre><script>{Script}</script>
        ```

        | <{Element}> | </td><{Element}> |
        |---|---|
        | </table><img src=x onerror={Script}> | [x](javascript:{Script}) |

        - [ ] <input autofocus onfocus={Script}>

        <style>*{"{"}display:none{"}"}</style> <a href="javascript:{Script}">a</a> Ends
        """;

    /// <summary>
    /// A name that turns the direction of writing, would fill a place of its sentence, ends an attribute, a title, a
    /// style, and brings an element, a handler and a script. Names hold 100 characters, this one uses them.
    /// </summary>
    /// <param name="what">The name's first word, to tell it from others.</param>
    public static string Of(string what) =>
        $"{what}\u202E{{0}}\"'><{Element} onclick={Script}></title></style><img src=x onerror={Script}><script>{Script}</script>";
}
