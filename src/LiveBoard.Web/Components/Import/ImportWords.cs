using System.Globalization;
using LiveBoard.Core.Exchange;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Import;

/// <summary>Says in words what an import cannot carry, and what is wrong with a file.</summary>
internal static class ImportWords
{
    public static string Of(FidelityNote note) => Text($"Note{note.Code}").With(note.Count, note.Subject);

    public static string Of(ImportProblem problem)
    {
        var text = Text($"Problem{problem.Code}").With(problem.Detail);
        if (problem.Path is { } path)
        {
            text = ImportTexts.AtPath.With(path, text);
        }

        return problem switch
        {
            { Line: { } line, BytePosition: { } at } => ImportTexts.AtLine.With(text, line, at + 1),
            { Line: { } line } => ImportTexts.AtRow.With(text, line),
            { BytePosition: { } at } => ImportTexts.AtByte.With(text, at + 1),
            _ => text,
        };
    }

    private static string Text(string name) =>
        ImportTexts.ResourceManager.GetString(name, CultureInfo.CurrentUICulture) ?? name;
}
