using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Fields;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>Custom fields: what they hold, what they refuse, and that nothing of it is lost.</summary>
public sealed class FieldTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestBoard _board = null!;
    private Guid _card;

    public static TheoryData<CustomFieldType, string, string> Stored =>
        new()
        {
            { CustomFieldType.Text, "  five   days ", "five   days" },
            { CustomFieldType.Number, "1e3", "1000" },
            { CustomFieldType.Number, "-0.50", "-0.50" },
            { CustomFieldType.Date, "2026-12-04", "2026-12-04T00:00:00.0000000Z" },
            { CustomFieldType.Date, "2026-12-04T01:00:00+02:00", "2026-12-03T23:00:00.0000000Z" },
            { CustomFieldType.Select, "Brise", "Brise" },
            { CustomFieldType.Checkbox, "true", "true" },
            { CustomFieldType.Link, "https://example.org/a?b=c", "https://example.org/a?b=c" },
        };

    public static TheoryData<CustomFieldType, string> Refused =>
        new()
        {
            { CustomFieldType.Text, "a\0b" },
            { CustomFieldType.Text, new string('x', CustomFieldValue.MaxLength + 1) },
            { CustomFieldType.Number, "five" },
            { CustomFieldType.Number, "1,5" },
            { CustomFieldType.Date, "tomorrow" },
            { CustomFieldType.Date, "0001-01-01" },
            { CustomFieldType.Select, "Titanic" },
            { CustomFieldType.Checkbox, "yes" },
            { CustomFieldType.Link, "javascript:alert(1)" },
            { CustomFieldType.Link, "/b/elsewhere" },
        };

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _board = await TestBoard.CreateAsync(_database, columns: 1, cardsPerColumn: 2);
        _card = (await _board.ReadAsync()).Columns[0].Cards[0].Id;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [MemberData(nameof(Stored))]
    public async Task Value_IsKeptInTheNotationOfItsKind(CustomFieldType type, string given, string kept)
    {
        var field = await AddAsync("Field", type);

        Assert.True((await SetAsync(field, given)).IsDone);

        Assert.Equal(kept, await ValueAsync(field));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Value_ThatIsNoneOfItsKind_IsRefused_AndTheOldOneStays(CustomFieldType type, string given)
    {
        var field = await AddAsync("Field", type);

        var result = await _board.Database.Commands.HandleAsync(Set(field, given), _board.Owner);

        Assert.Equal("Field", result.Rejection?.Subject);
        Assert.Null(await ValueAsync(field));
    }

    [Fact]
    public async Task Value_EmptyOrUnticked_IsNone_AndUndoBringsItBack()
    {
        var field = await AddAsync("Done", CustomFieldType.Checkbox);
        await SetAsync(field, "true");

        var undo = (await SetAsync(field, "false")).Undo!;

        Assert.Null(await ValueAsync(field));
        Assert.True((await _board.DoAsync(undo)).IsDone);
        Assert.Equal("true", await ValueAsync(field));
    }

    [Fact]
    public async Task Value_ThatSomebodyChangedSinceItWasRead_IsShownAndNotOverwritten()
    {
        var field = await AddAsync("Vessel", CustomFieldType.Text);
        await SetAsync(field, "Alba");

        var late = Set(field, "Corvus") with { ReadAs = FieldReading.None };
        var result = await _database.Commands.HandleAsync(late, _board.Owner);

        Assert.Equal(new Rejection(RejectionCode.ChangedMeanwhile, "Vessel", "Alba"), result.Rejection);
        Assert.Equal("Alba", await ValueAsync(field));
    }

    [Fact]
    public async Task Person_MustBeWelcomeOnTheBoard_AndIsKnownToViewers()
    {
        var field = await AddAsync("Skipper", CustomFieldType.Person);
        var stranger = await _database.AddUserAsync();
        var member = await _database.AddUserAsync(_board.WorkspaceId);

        var refused = await _database.Commands.HandleAsync(
            Set(field, "") with
            {
                PersonId = stranger.PersonId,
            },
            _board.Owner
        );
        await _board.DoAsync(Set(field, "") with { PersonId = member.PersonId });

        Assert.Equal(RejectionCode.PersonNotFound, refused.Rejection?.Code);
        Assert.Contains(member.PersonId, (await _board.ReadAsync()).People);
    }

    [Fact]
    public async Task Field_TakenAway_ComesBackWithWhatTheCardsHold()
    {
        var field = await AddAsync("Vessel", CustomFieldType.Text);
        await SetAsync(field, "Alba");

        var undo = (await _board.DoAsync(new RemoveField { BoardId = _board.Id, FieldId = field })).Undo!;

        Assert.Empty((await _board.ReadAsync()).Fields);
        var late = await _database.Commands.HandleAsync(Set(field, "Brise"), _board.Owner);
        Assert.Equal(RejectionCode.FieldNotFound, late.Rejection?.Code);
        await _board.DoAsync(undo);
        Assert.Equal("Alba", await ValueAsync(field));
        Assert.Single((await _board.ReadAsync()).Fields);
    }

    [Fact]
    public async Task Fields_AreOrdered_AndUndoPutsThemBack()
    {
        var (a, b, c) = (await AddAsync("a"), await AddAsync("b"), await AddAsync("c"));

        var moved = await _board.DoAsync(
            new MoveField
            {
                BoardId = _board.Id,
                FieldId = c,
                BeforeFieldId = a,
            }
        );

        Assert.Equal([c, a, b], await OrderAsync());
        await _board.DoAsync(moved.Undo!);
        Assert.Equal([a, b, c], await OrderAsync());
        Assert.Equal(
            CommandStatus.Unchanged,
            (await _board.DoAsync(new MoveField { BoardId = _board.Id, FieldId = c })).Status
        );
    }

    [Theory]
    [InlineData(CustomFieldType.Select, "")]
    [InlineData(CustomFieldType.Select, " \n\t")]
    [InlineData(CustomFieldType.Text, "one")]
    public async Task Choices_OfAChoiceOnly_AndThenAtLeastOne(CustomFieldType type, string options)
    {
        var add = new AddField
        {
            BoardId = _board.Id,
            Name = "Field",
            Type = type,
            Options = options.Split('\n'),
        };

        var result = await _database.Commands.HandleAsync(add, _board.Owner);

        Assert.Equal(new Rejection(RejectionCode.ValueInvalid, "choices"), result.Rejection);
    }

    [Fact]
    public async Task Choice_ThatIsNoneAnyMore_StaysOnTheCard()
    {
        var field = await AddAsync("Vessel", CustomFieldType.Select);
        await SetAsync(field, "Brise");

        await _board.DoAsync(
            new ChangeField
            {
                BoardId = _board.Id,
                FieldId = field,
                Name = "Ship",
                Options = ["Alba", "Alba", " Corvus "],
                IsOnTile = true,
            }
        );

        var snapshot = Assert.Single((await _board.ReadAsync()).Fields.Values);
        Assert.Equal(("Ship", "Alba\nCorvus", true), (snapshot.Name, snapshot.Options, snapshot.IsOnTile));
        Assert.Equal("Brise", await ValueAsync(field));
    }

    [Fact]
    public async Task Card_OnAnotherBoard_KeepsValuesOfTheSameField_AndTheOthersForItsReturn()
    {
        var other = await TestBoard.CreateAsync(_database, columns: 1, cardsPerColumn: 0);
        await _database.JoinAsync(other.WorkspaceId, _board.Owner, WorkspaceRole.Member);
        await other.SetRoleAsync(_board.Owner, BoardRole.Editor);
        var (vessel, effort) = (await AddAsync("Vessel", CustomFieldType.Select), await AddAsync("Effort"));
        await SetAsync(vessel, "Brise");
        await SetAsync(effort, "5");
        var there = new AddField
        {
            BoardId = other.Id,
            Name = "Vessel",
            Type = CustomFieldType.Select,
            Options = ["Brise"],
        };
        await other.DoAsync(there);

        var moved = await _board.DoAsync(
            new MoveCardToBoard
            {
                BoardId = _board.Id,
                CardId = _card,
                ToBoardId = other.Id,
                ToColumnId = (await other.ReadAsync()).Columns[0].Id,
            }
        );

        var card = (await other.ReadAsync()).Cards[_card];
        Assert.Equal("Brise", card.FieldValues.Single(v => v.FieldId == there.FieldId).Value);
        await _board.DoAsync(moved.Undo!);
        Assert.Equal(("Brise", "5"), (await ValueAsync(vessel), await ValueAsync(effort)));
    }

    private async Task<Guid> AddAsync(string name, CustomFieldType type = CustomFieldType.Text)
    {
        var add = new AddField
        {
            BoardId = _board.Id,
            Name = name,
            Type = type,
            Options = type == CustomFieldType.Select ? ["Alba", "Brise"] : [],
        };
        await _board.DoAsync(add);
        return add.FieldId;
    }

    private SetCardField Set(Guid field, string value) =>
        new()
        {
            BoardId = _board.Id,
            CardId = _card,
            FieldId = field,
            Value = value,
        };

    private Task<CommandResult> SetAsync(Guid field, string value) => _board.DoAsync(Set(field, value));

    private async Task<string?> ValueAsync(Guid field) =>
        (await _board.ReadAsync()).Cards[_card].FieldValues.SingleOrDefault(v => v.FieldId == field)?.Value;

    private async Task<IEnumerable<Guid>> OrderAsync() =>
        (await _board.ReadAsync()).Fields.Values.OrderBy(f => f.Position, StringComparer.Ordinal).Select(f => f.Id);
}
