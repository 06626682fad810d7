using LiveBoard.Core.Access;
using LiveBoard.Core.Exchange.Trello;

namespace LiveBoard.Web.Components.Import;

/// <summary>Boards of Trello that were read.</summary>
internal sealed class ImportDrafts() : OwnedDrafts<ImportDraft>(room: 20)
{
    /// <inheritdoc cref="OwnedDrafts{T}.Keep"/>
    public Guid Add(Actor owner, string fileName, TrelloReading reading) =>
        Keep(owner, new ImportDraft(fileName, reading), weight: 1);
}

/// <summary>A file that was read.</summary>
internal sealed record ImportDraft(string FileName, TrelloReading Reading);
