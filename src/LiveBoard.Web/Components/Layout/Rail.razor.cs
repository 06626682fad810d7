using System.Collections.Immutable;
using LiveBoard.Core.Access;
using LiveBoard.Core.Events;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Layout;

public sealed partial class Rail
{
    private OwnListing? _own;
    private ImmutableArray<StarredBoard> _starred = [];

    [Inject]
    private BoardDirectory Directory { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        var rail = await Directory.ReadRailAsync(Actor, Closing);
        _own = rail?.Own;
        _starred = rail?.Starred ?? [];
    }

    /// <inheritdoc />
    protected override bool IsConcerned(DirectoryEvent change) =>
        change switch
        {
            AccessChanged access => access.PersonId == Actor.PersonId || IsStarred(access.BoardId),
            BoardListed listed => IsStarred(listed.BoardId),
            BookmarkChanged bookmark => bookmark.IsStarChanged && bookmark.PersonId == Actor.PersonId,
            PersonChanged changed => changed.Person.Id == Actor.PersonId,
            _ => false,
        };

    private bool IsStarred(Guid? boardId) => _starred.Any(b => b.Id == boardId);
}
