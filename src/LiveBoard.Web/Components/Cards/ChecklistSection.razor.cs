using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Checklists;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Cards;

public sealed partial class ChecklistSection
{
    private bool _isAdding;

    [Parameter, EditorRequired]
    public BoardClient Client { get; set; } = null!;

    [Parameter, EditorRequired]
    public CardSnapshot Card { get; set; } = null!;

    [Parameter, EditorRequired]
    public ImmutableArray<ChecklistDetails> Checklists { get; set; }

    private async Task AddAsync(string? name)
    {
        _isAdding = false;
        if (name is not null)
        {
            await Client.SendAsync(
                new AddChecklist
                {
                    BoardId = Client.BoardId,
                    CardId = Card.Id,
                    Name = name,
                },
                CardTexts.ChecklistAdded.With(name)
            );
        }
    }
}
