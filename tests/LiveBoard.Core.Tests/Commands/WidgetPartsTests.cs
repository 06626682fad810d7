using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Fields;
using LiveBoard.Core.Commands.Labels;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>Labels, people and the field of a widget are those of boards that whoever sets it up may read; others are as if they did not exist.</summary>
public sealed class WidgetPartsTests : WidgetTestBase
{
    private static readonly Rejection UnknownLabel = new(RejectionCode.LabelNotFound, "labelIds");
    private static readonly Rejection UnknownPerson = new(RejectionCode.PersonNotFound, "personIds");
    private static readonly Rejection UnknownField = new(RejectionCode.FieldNotFound, "fieldId");

    [Fact]
    public async Task PartsOfABoardThatTheActorMayOpen_CanBeNamed()
    {
        var (label, field) = (await LabelAsync(Board), await FieldAsync(Board));
        var colleague = await Database.AddUserAsync(Board.WorkspaceId);

        Assert.Null(await AddAsync(new() { LabelIds = [label, label], FieldId = field }, colleague));
        Assert.Null(await AddAsync(new() { PersonIds = [colleague.PersonId] }, Board.Owner));
    }

    [Fact]
    public async Task PartsOfAPrivateBoard_AreUnknownToOthers_AndKnownToItsOwner()
    {
        var (label, field) = (await LabelAsync(Board), await FieldAsync(Board));
        var colleague = await Database.AddUserAsync(Board.WorkspaceId);
        await Board.CloseToWorkspaceAsync();

        Assert.Equal(UnknownLabel, await AddAsync(new() { LabelIds = [label] }, colleague));
        Assert.Equal(UnknownField, await AddAsync(new() { FieldId = field }, colleague));
        Assert.Null(await AddAsync(new() { LabelIds = [label], FieldId = field }, Board.Owner));
    }

    [Fact]
    public async Task PartsOfAnotherWorkspace_OrOfNone_AreUnknown()
    {
        var elsewhere = await TestBoard.CreateAsync(Database);
        await Database.JoinAsync(elsewhere.WorkspaceId, Board.Owner);

        Assert.Equal(UnknownLabel, await AddAsync(new() { LabelIds = [await LabelAsync(elsewhere)] }, Board.Owner));
        Assert.Equal(UnknownField, await AddAsync(new() { FieldId = await FieldAsync(elsewhere) }, Board.Owner));
        Assert.Equal(UnknownPerson, await AddAsync(new() { PersonIds = [elsewhere.Owner.PersonId] }, Board.Owner));
        Assert.Equal(UnknownLabel, await AddAsync(new() { LabelIds = [Guid.NewGuid()] }, Board.Owner));
        Assert.Equal(UnknownField, await AddAsync(new() { FieldId = Guid.NewGuid() }, Board.Owner));
        Assert.Equal(UnknownPerson, await AddAsync(new() { PersonIds = [Guid.NewGuid()] }, Board.Owner));
    }

    [Fact]
    public async Task OneUnknownAmongKnownOnes_RefusesAll()
    {
        var label = await LabelAsync(Board);
        var before = (await Dashboard.ReadAsync()).Widgets.Count;

        Assert.Equal(UnknownLabel, await AddAsync(new() { LabelIds = [label, Guid.NewGuid()] }, Board.Owner));

        Assert.Equal(before, (await Dashboard.ReadAsync()).Widgets.Count);
    }

    /// <summary>Otherwise nobody could change the rest of a widget that somebody else narrowed to a private board's label.</summary>
    [Fact]
    public async Task WhatTheWidgetNamesAlready_MayStay_ButNotBeNamedAnew()
    {
        var label = await LabelAsync(Board);
        var colleague = await Database.AddUserAsync(Board.WorkspaceId);
        await Board.CloseToWorkspaceAsync();
        var add = New(WidgetKind.CardList) with { Settings = new() { LabelIds = [label] } };
        await Dashboard.DoAsync(add);
        var change = Configure(add.WidgetId) with { Settings = add.Settings with { SearchText = "pier" } };

        Assert.Null((await Database.Commands.HandleAsync(change, colleague)).Rejection);
        var cleared = Configure(add.WidgetId) with { Settings = WidgetSettings.Default };
        Assert.Null((await Database.Commands.HandleAsync(cleared, colleague)).Rejection);
        var again = change with { CommandId = Guid.CreateVersion7() };
        Assert.Equal(UnknownLabel, (await Database.Commands.HandleAsync(again, colleague)).Rejection);
    }

    private async Task<Rejection?> AddAsync(WidgetSettings settings, Actor actor) =>
        (
            await Database.Commands.HandleAsync(New(WidgetKind.CardsPerColumn) with { Settings = settings }, actor)
        ).Rejection;

    private static async Task<Guid> LabelAsync(TestBoard board)
    {
        var add = new AddLabel
        {
            BoardId = board.Id,
            Name = "Piers",
            Color = LabelColor.Straw,
        };
        await board.DoAsync(add);
        return add.LabelId;
    }

    private static async Task<Guid> FieldAsync(TestBoard board)
    {
        var add = new AddField
        {
            BoardId = board.Id,
            Name = "Size",
            Type = CustomFieldType.Text,
        };
        await board.DoAsync(add);
        return add.FieldId;
    }
}
