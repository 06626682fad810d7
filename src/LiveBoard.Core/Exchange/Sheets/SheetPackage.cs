using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace LiveBoard.Core.Exchange.Sheets;

/// <summary>Opens a workbook without trusting it: what it claims to be is checked first, and what it unpacks to is counted.</summary>
internal static class SheetPackage
{
    /// <summary>Most parts; a real workbook has some dozens.</summary>
    private const int MaxParts = 5_000;

    /// <summary>Most bytes that all parts together may claim to have.</summary>
    private const long MaxClaimed = Tables.TableLimits.MaxPartLength * 2;

    private static readonly OpenSettings Settings = new()
    {
        AutoSave = false,
        // Counted while it is read, whatever the part claims; entities are refused by the library.
        MaxCharactersInPart = Tables.TableLimits.MaxPartLength,
    };

    /// <summary>Opens it; null after noting a problem.</summary>
    public static SpreadsheetDocument? Open(Stream stream, ImportProblems problems)
    {
        if (Check(stream) is { } problem)
        {
            problems.Add(problem);
            return null;
        }

        stream.Position = 0;
        return SpreadsheetDocument.Open(stream, isEditable: false, Settings);
    }

    private static ImportProblem? Check(Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (zip.Entries.Count > MaxParts || zip.Entries.Sum(e => Math.Max(e.Length, 0)) > MaxClaimed)
        {
            return new ImportProblem(ImportProblemCode.WorkbookTooLarge);
        }

        foreach (var entry in zip.Entries)
        {
            if (entry.IsEncrypted)
            {
                return new ImportProblem(ImportProblemCode.WorkbookLocked);
            }

            // Two parts of one name: programs disagree about which one counts. Paths outside: nobody writes such by accident.
            if (!names.Add(entry.FullName) || entry.FullName.Split('/', '\\').Contains("..", StringComparer.Ordinal))
            {
                return new ImportProblem(ImportProblemCode.WorkbookBroken, Detail: Excerpt.Of(entry.FullName));
            }
        }

        return names.Contains("[Content_Types].xml")
            ? null
            : new ImportProblem(ImportProblemCode.WorkbookBroken, Detail: "[Content_Types].xml");
    }
}
