using System.Collections.Immutable;
using LiveBoard.Core.Access;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Cards;

public sealed partial class DescriptionDialog
{
    private ImmutableArray<DescriptionChange> _changes = [];
    private IReadOnlyList<DiffLine?> _lines = [];
    private DescriptionTexts? _texts;
    private Guid? _chosen;
    private int _count = DescriptionHistory.PageSize;
    private bool _isRead;

    [Parameter, EditorRequired]
    public Guid CardId { get; set; }

    [Inject]
    private DescriptionHistory History { get; set; } = null!;

    [Inject]
    private DueDates Dates { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        await ReadAsync();
        if (!_changes.IsEmpty)
        {
            await ChooseAsync(_changes[0].Id);
        }
    }

    private static string ClassOf(DiffLine line) =>
        line.Kind switch
        {
            DiffKind.Added => "added",
            DiffKind.Removed => "removed",
            _ => "same",
        };

    private static string SignOf(DiffLine line) =>
        line.Kind switch
        {
            DiffKind.Added => "+ ",
            DiffKind.Removed => "− ",
            _ => "  ",
        };

    private Task ReadEarlierAsync()
    {
        _count += DescriptionHistory.PageSize;
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        _changes = await History.ReadAsync(Client.BoardId, CardId, Client.Actor, _count) ?? [];
        _isRead = true;
    }

    private async Task ChooseAsync(Guid changeId)
    {
        _chosen = changeId;
        _texts = await History.ReadTextsAsync(Client.BoardId, CardId, changeId, Client.Actor);
        _lines = _texts is { } texts ? TextDiff.Of(texts.Before, texts.After) : [];
    }

    /// <summary>Arrives in open editors as an edit, and can be undone like any other.</summary>
    private async Task RestoreAsync(string text)
    {
        var describe = new DescribeCard
        {
            BoardId = Client.BoardId,
            CardId = CardId,
            Description = text,
        };
        if ((await Client.SendAsync(describe, CardTexts.Restored)).IsDone)
        {
            Close();
        }
    }
}
