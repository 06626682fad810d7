using System.Collections.Immutable;
using LiveBoard.Core.Access.Work;
using LiveBoard.Core.Events;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Work;

public sealed partial class WorkView
{
    private WorkSnapshot? _work;
    private bool _isRead;
    private string _query = "";

    /// <summary>Whose work; null for the viewer's own.</summary>
    [Parameter]
    public Guid? PersonId { get; set; }

    [Inject]
    private WorkReader Reader { get; set; } = null!;

    private bool IsOwn => PersonId is null || PersonId == Actor.PersonId;

    private string Heading =>
        IsOwn ? WorkTexts.MyWork
        : _work is null ? WorkTexts.MissingTitle
        : WorkTexts.WorkOf.With(_work.Person.Name);

    private string[] Words => _query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private IEnumerable<WorkCard> All => _work is null ? [] : [.. _work.Cards, .. _work.Mentioned, .. _work.Watched];

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        _work = await Reader.ReadAsync(Actor, PersonId ?? Actor.PersonId, Closing);
        _isRead = true;
    }

    /// <inheritdoc />
    protected override bool IsConcerned(DirectoryEvent change) =>
        change switch
        {
            NotificationsChanged told => told.PersonId == (PersonId ?? Actor.PersonId),
            WatchChanged watch => watch.PersonId == (PersonId ?? Actor.PersonId),
            PersonChanged changed => _work?.People.Any(p => p.Id == changed.Person.Id) == true,
            // Who is in a workspace with the viewer; there is no telling which one.
            WorkspaceChanged => true,
            _ => _work?.Following.IsConcerned(change) ?? change is AccessChanged,
        };

    private ImmutableArray<WorkCard> Meant(ImmutableArray<WorkCard> cards) =>
        Words.Length == 0 ? cards : [.. cards.Where(IsMeant)];

    private bool IsMeant(WorkCard card) => WorkWords.AreMeant(Words, card);
}
