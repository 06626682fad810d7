using System.Collections.Immutable;
using CsCheck;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>What is written is read as the same; what could be read in two ways is not read at all.</summary>
public sealed class CellTextTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly Guid Anna = Guid.CreateVersion7();
    private static readonly Guid Bo = Guid.CreateVersion7();
    private static readonly LabelSnapshot[] Labels =
    [
        new(Guid.CreateVersion7(), "Piers", LabelColor.Straw),
        new(Guid.CreateVersion7(), "Piers", LabelColor.Clay),
        new(Guid.CreateVersion7(), "", LabelColor.Sky),
        new(Guid.CreateVersion7(), "one, two; \"three\"", LabelColor.Sky),
        new(Guid.CreateVersion7(), "\"quoted\"", LabelColor.Sky),
    ];

    private static readonly CellVocabulary Words = new(
        new NameBook([new(Anna, "Doing"), new(Bo, "doing"), new(Guid.CreateVersion7(), "Done")]),
        new NameBook(Labels.Select(CellVocabulary.Of)),
        new NameBook(
            [new(Anna, "Anna Berg", "anna@example.org"), new(Bo, "Bo", null), new(Guid.Empty, "Bo", "bo@example.org")],
            isAliasWritten: false
        ),
        Enum.GetValues<CustomFieldType>().ToDictionary(IdOf, FieldOf),
        Berlin
    );

    private static readonly Gen<CardSnapshot> Cards = Gen.Int[0, int.MaxValue - 1].Select(RandomCard);

    public static TheoryData<string, string> Dates =>
        new()
        {
            { "2026-11-27", "2026-11-27T22:59:00Z" },
            { " 27 Nov 2026 ", "2026-11-27T22:59:00Z" },
            { "november 27, 2026", "2026-11-27T22:59:00Z" },
            { "27.11.2026", "2026-11-27T22:59:00Z" },
            { "2026/11/27 14:30", "2026-11-27T13:30:00Z" },
            { "27 Nov 2026 2:30 PM", "2026-11-27T13:30:00Z" },
            { "2026-11-27T14:30:05", "2026-11-27T13:30:05Z" },
            { "2026-11-27T14:30Z", "2026-11-27T14:30:00Z" },
            { "2026-11-27T14:30:00+03:00", "2026-11-27T11:30:00Z" },
            // An hour that the clock skips.
            { "2026-03-29 02:30", "2026-03-29T01:30:00Z" },
        };

    public static TheoryData<CellKind, string, CellFault, string?> Refused =>
        new()
        {
            { CellKind.Title, " \t", CellFault.Empty, null },
            { CellKind.Title, "a\0b", CellFault.Unstorable, null },
            { CellKind.Title, new string('x', Card.MaxTitleLength + 1), CellFault.TooLong, "500" },
            { CellKind.Description, new string('x', Card.MaxDescriptionLength + 1), CellFault.TooLong, "32000" },
            { CellKind.Column, "", CellFault.Empty, null },
            { CellKind.Column, "Later", CellFault.UnknownName, "Later" },
            { CellKind.Column, "DOING", CellFault.AmbiguousName, "DOING" },
            { CellKind.Labels, "Piers", CellFault.AmbiguousName, "Piers" },
            { CellKind.Labels, "\"Piers", CellFault.BrokenQuotes, null },
            { CellKind.Labels, "\"Piers\"s", CellFault.BrokenQuotes, null },
            { CellKind.Assignees, "Anna Berg; Cy", CellFault.UnknownName, "Cy" },
            { CellKind.Assignees, "bo", CellFault.AmbiguousName, "bo" },
            { CellKind.Start, "01/02/2026", CellFault.AmbiguousDate, null },
            { CellKind.Start, "13/11/2026", CellFault.AmbiguousDate, null },
            { CellKind.Start, "27.11.26", CellFault.AmbiguousDate, null },
            { CellKind.Start, "45992", CellFault.NotADate, null },
            { CellKind.Start, "2026-02-30", CellFault.NotADate, null },
            { CellKind.Due, "1066-10-14", CellFault.DateOutOfRange, null },
            { CellKind.Done, "maybe", CellFault.NotYesOrNo, null },
            { CellKind.Field, "x", CellFault.FieldNotFound, null },
        };

    public static TheoryData<CustomFieldType, string, CellFault> RefusedValues =>
        new()
        {
            { CustomFieldType.Number, "1,5", CellFault.NumberWithComma },
            { CustomFieldType.Number, "1,500", CellFault.NumberWithComma },
            { CustomFieldType.Number, "1 500", CellFault.NotANumber },
            { CustomFieldType.Number, "five", CellFault.NotANumber },
            { CustomFieldType.Text, new string('x', CustomFieldValue.MaxLength + 1), CellFault.TooLong },
            { CustomFieldType.Date, "tomorrow", CellFault.NotADate },
            { CustomFieldType.Select, "Titanic", CellFault.UnknownName },
            { CustomFieldType.Select, "alba", CellFault.AmbiguousName },
            { CustomFieldType.Checkbox, "perhaps", CellFault.NotYesOrNo },
            { CustomFieldType.Person, "Anna Berg, bo@example.org", CellFault.OnlyOne },
            { CustomFieldType.Link, "javascript:alert(1)", CellFault.UnsafeLink },
        };

    [Fact]
    public void WhatIsWritten_IsReadAsTheSame() =>
        Cards.Sample(card =>
        {
            foreach (var column in Columns())
            {
                var text = CellText.Write(card, column, Words);
                var (value, problem) = CellText.Read(column, text, Words);
                Assert.True(problem is null, $"{column}: '{text}' is refused: {problem}");
                Assert.Equal(text, CellText.Write(Put(card, column, value!), column, Words));
                AssertSame(card, column, value!);
            }
        });

    [Fact]
    public void NamesInQuotes_AreSplitAsTheyWereJoined() =>
        Gen.String[Gen.Char[" ,;\"ab"], 1, 6]
            .Where(n => n == n.Trim() && n.Length > 0)
            .List[0, 5]
            .Sample(names => Assert.Equal(names, CellNames.Split(CellNames.Join(names))));

    [Theory]
    [MemberData(nameof(Dates))]
    public void Date_IsTakenInFormsThatEverybodyReadsAlike(string text, string utc)
    {
        var (value, problem) = CellText.Read(new CellColumn(CellKind.Due), text, Words);

        Assert.Null(problem);
        Assert.Equal(FieldNotation.DateOf(utc), value!.At);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Text_ThatIsNotClear_IsRefused_AndTheReasonIsSaid(
        CellKind kind,
        string text,
        CellFault fault,
        string? detail
    )
    {
        var (value, problem) = CellText.Read(new CellColumn(kind), text, Words);

        Assert.Null(value);
        Assert.Equal((fault, text, detail), (problem!.Fault, problem.Text, problem.Detail));
    }

    [Theory]
    [MemberData(nameof(RefusedValues))]
    public void FieldValue_ThatIsNotClear_IsRefused(CustomFieldType type, string text, CellFault fault) =>
        Assert.Equal(fault, CellText.Read(new CellColumn(CellKind.Field, IdOf(type)), text, Words).Problem?.Fault);

    [Fact]
    public void NamesOfLabelsAndPeople_AreTold_ByColourAndAddress()
    {
        var labels = CellText.Read(new CellColumn(CellKind.Labels), "piers (CLAY); (Sky)", Words).Value!.Ids;
        var people = CellText.Read(new CellColumn(CellKind.Assignees), "ANNA@example.org, anna berg", Words).Value!.Ids;

        Assert.Equal([Labels[1].Id, Labels[2].Id], labels);
        Assert.Equal([Anna], people);
        Assert.Equal("Bo", Words.People.NameOf(Guid.Empty));
    }

    private static IEnumerable<CellColumn> Columns() =>
        Enum.GetValues<CellKind>()
            .Where(k => k != CellKind.Field)
            .Select(k => new CellColumn(k))
            .Concat(Enum.GetValues<CustomFieldType>().Select(t => new CellColumn(CellKind.Field, IdOf(t))));

    private static void AssertSame(CardSnapshot card, CellColumn column, CellValue value)
    {
        switch (column.Kind)
        {
            case CellKind.Labels:
                Assert.Equal(card.LabelIds, value.Ids.Order());
                break;
            case CellKind.Assignees:
                Assert.Equal(card.AssigneeIds, value.Ids.Order());
                break;
            case CellKind.Start:
                Assert.Equal(card.StartAt, value.At);
                break;
            case CellKind.Due:
                Assert.Equal(card.DueAt, value.At);
                break;
            case CellKind.Field:
                var held = card.FieldValues.SingleOrDefault(v => v.FieldId == column.FieldId);
                Assert.Equal(held?.Value ?? "", value.Text);
                Assert.Equal(held?.PersonId, value.Ids.Select(id => (Guid?)id).SingleOrDefault());
                break;
            default:
                break;
        }
    }

    private static CardSnapshot Put(CardSnapshot card, CellColumn column, CellValue value) =>
        column.Kind switch
        {
            CellKind.Title => card with { Title = value.Text },
            CellKind.Description => card with { Description = value.Text },
            CellKind.Column => card with { ColumnId = value.Ids[0] },
            CellKind.Labels => card with { LabelIds = [.. value.Ids] },
            CellKind.Assignees => card with { AssigneeIds = [.. value.Ids] },
            CellKind.Start => card with { StartAt = value.At },
            CellKind.Due => card with { DueAt = value.At },
            CellKind.Done => card with { IsDueDone = value.IsOn },
            _ => card with
            {
                FieldValues =
                [
                    new(column.FieldId!.Value, value.Text, value.Ids.Select(id => (Guid?)id).SingleOrDefault()),
                ],
            },
        };

    private static CardSnapshot RandomCard(int seed)
    {
        var random = new Random(seed);
        var card = SampleSnapshots.Board(columns: 1, cardsPerColumn: 1).Columns[0].Cards[0];
        return card with
        {
            Title = $"Title, {random.Next(9)}",
            Description = "Line\n\"by\" line",
            ColumnId = random.Next(2) == 0 ? Anna : Bo,
            LabelIds = [.. Labels.Select(l => l.Id).Where(_ => random.Next(2) == 0).Order()],
            AssigneeIds = random.Next(2) == 0 ? [] : [Anna],
            StartAt = random.Next(3) == 0 ? null : RandomMoment(random),
            DueAt = random.Next(3) == 0 ? null : RandomMoment(random),
            IsDueDone = random.Next(2) == 0,
            FieldValues =
            [
                .. Enum.GetValues<CustomFieldType>().Select(t => RandomValue(t, random)).OfType<FieldValueSnapshot>(),
            ],
        };
    }

    private static DateTime RandomMoment(Random random)
    {
        // Days around both changes of the clock, whole days, and any microsecond.
        var day = new DateTime(2026, random.Next(2) == 0 ? 3 : 10, random.Next(24, 30), 0, 0, 0, DateTimeKind.Utc);
        return random.Next(4) switch
        {
            0 => WallClock.ToUtc(Berlin, day),
            1 => WallClock.ToUtc(Berlin, day + CellDates.EndOfDay),
            2 => day.AddMinutes(random.Next(24 * 60)),
            _ => day.AddTicks(random.NextInt64(TimeSpan.TicksPerDay / 10) * 10),
        };
    }

    private static FieldValueSnapshot? RandomValue(CustomFieldType type, Random random) =>
        random.Next(3) == 0
            ? null
            : type switch
            {
                CustomFieldType.Text => new(IdOf(type), "a, \"b\"", null),
                CustomFieldType.Number => new(IdOf(type), random.Next(2) == 0 ? "-1234.50" : "0", null),
                CustomFieldType.Date => new(IdOf(type), FieldNotation.Of(RandomMoment(random)), null),
                CustomFieldType.Select => new(IdOf(type), random.Next(2) == 0 ? "Alba" : "ALBA", null),
                CustomFieldType.Checkbox => new(IdOf(type), "true", null),
                CustomFieldType.Person => new(IdOf(type), "", Anna),
                _ => new(IdOf(type), "https://example.org/a,b", null),
            };

    private static Guid IdOf(CustomFieldType type) => new((int)type + 1, 0, 0, new byte[8]);

    private static FieldSnapshot FieldOf(CustomFieldType type) =>
        new(IdOf(type), $"{type}", type, "a0", type == CustomFieldType.Select ? "Alba\nALBA" : "", IsOnTile: false);
}
