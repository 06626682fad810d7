using LiveBoard.Core.Access;

namespace LiveBoard.Web.Components.Import.Rows;

/// <summary>Tables that were uploaded, as they came: how they are to be read may still be corrected.</summary>
internal sealed class RowDrafts() : OwnedDrafts<RowDraft>(room: 200 * 1024 * 1024)
{
    /// <inheritdoc cref="OwnedDrafts{T}.Keep"/>
    public Guid Add(Actor owner, Guid boardId, string fileName, byte[] content) =>
        Keep(owner, new RowDraft(boardId, fileName, content), content.Length + 1);
}

/// <summary>A table that was uploaded for a board.</summary>
internal sealed record RowDraft(Guid BoardId, string FileName, byte[] Content);
