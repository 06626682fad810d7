using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace LiveBoard.Web.Components.Cards;

/// <summary>What two texts have in common and what not, by lines, and by words in lines that changed.</summary>
internal static class TextDiff
{
    /// <summary>Unchanged lines that are shown around a change.</summary>
    private const int Around = 2;

    /// <summary>The lines that tell what changed, in order; null stands for unchanged ones that are left out.</summary>
    public static IReadOnlyList<DiffLine?> Of(string before, string after)
    {
        var model = SideBySideDiffBuilder.Diff(before, after, ignoreWhiteSpace: false);
        var lines = new List<DiffLine>();
        for (var i = 0; i < model.NewText.Lines.Count; i++)
        {
            var (old, now) = (model.OldText.Lines[i], model.NewText.Lines[i]);
            if (now.Type == ChangeType.Unchanged)
            {
                lines.Add(new DiffLine(DiffKind.Same, [new DiffPiece(now.Text, IsChanged: false)]));
                continue;
            }

            if (old.Type is ChangeType.Deleted or ChangeType.Modified)
            {
                lines.Add(new DiffLine(DiffKind.Removed, PiecesOf(old)));
            }

            if (now.Type is ChangeType.Inserted or ChangeType.Modified)
            {
                lines.Add(new DiffLine(DiffKind.Added, PiecesOf(now)));
            }
        }

        return Shortened(lines);
    }

    private static IReadOnlyList<DiffPiece> PiecesOf(DiffPlex.DiffBuilder.Model.DiffPiece line) =>
        line.SubPieces.Count == 0
            ? [new DiffPiece(line.Text ?? "", IsChanged: true)]
            : Joined(
                line.SubPieces.Where(p => p.Type != ChangeType.Imaginary && p.Text is not null)
                    .Select(p => new DiffPiece(p.Text, p.Type != ChangeType.Unchanged))
            );

    /// <summary>Words and the blanks between them that share a fate are one piece to a reader.</summary>
    private static List<DiffPiece> Joined(IEnumerable<DiffPiece> pieces)
    {
        var joined = new List<DiffPiece>();
        foreach (var piece in pieces)
        {
            if (joined.Count > 0 && joined[^1].IsChanged == piece.IsChanged)
            {
                joined[^1] = piece with { Text = joined[^1].Text + piece.Text };
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined;
    }

    private static List<DiffLine?> Shortened(List<DiffLine> lines)
    {
        var shown = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind != DiffKind.Same)
            {
                for (var j = Math.Max(0, i - Around); j <= Math.Min(lines.Count - 1, i + Around); j++)
                {
                    shown[j] = true;
                }
            }
        }

        var result = new List<DiffLine?>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (shown[i])
            {
                result.Add(lines[i]);
            }
            else if (result.Count == 0 || result[^1] is not null)
            {
                result.Add(null);
            }
        }

        return result;
    }
}

/// <summary>A line of a comparison.</summary>
/// <param name="Kind">Whether it is in both texts.</param>
/// <param name="Pieces">Its words.</param>
internal sealed record DiffLine(DiffKind Kind, IReadOnlyList<DiffPiece> Pieces);

/// <summary>A part of a line.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsChanged">True when they are in one of the texts only.</param>
internal sealed record DiffPiece(string Text, bool IsChanged);

/// <summary>In which of two texts a line is.</summary>
internal enum DiffKind
{
    /// <summary>In both.</summary>
    Same,

    /// <summary>In the older one.</summary>
    Removed,

    /// <summary>In the newer one.</summary>
    Added,
}
