using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Tests.Boards;

public sealed class WidgetSettingsTests
{
    private static readonly Guid Id = new("0197a000-0000-7000-8000-000000000001");

    public static TheoryData<WidgetKind, WidgetSettings, string> Faults =>
        new()
        {
            {
                WidgetKind.Throughput,
                new WidgetSettings { BoardIds = [.. Ids(51)] },
                "boardIds"
            },
            {
                WidgetKind.Throughput,
                new WidgetSettings { BoardIds = [Guid.Empty] },
                "boardIds"
            },
            {
                WidgetKind.CardList,
                new WidgetSettings { LabelIds = [.. Ids(51)] },
                "labelIds"
            },
            {
                WidgetKind.CardList,
                new WidgetSettings { PersonIds = [.. Ids(51)] },
                "personIds"
            },
            {
                WidgetKind.CardList,
                new WidgetSettings { SearchText = new string('x', 201) },
                "searchText"
            },
            {
                WidgetKind.CardList,
                new WidgetSettings { SearchText = "a\0b" },
                "searchText"
            },
            {
                WidgetKind.CardList,
                new WidgetSettings { DueFilter = (WidgetDue)9 },
                "dueFilter"
            },
            {
                WidgetKind.CycleTime,
                new WidgetSettings { Days = 0 },
                "days"
            },
            {
                WidgetKind.CycleTime,
                new WidgetSettings { Days = 731 },
                "days"
            },
            {
                WidgetKind.Throughput,
                new WidgetSettings { Unit = (WidgetUnit)9 },
                "unit"
            },
            {
                WidgetKind.Burn,
                new WidgetSettings { UntilAt = new DateTime(2026, 1, 1) },
                "untilAt"
            },
            {
                WidgetKind.Burn,
                new WidgetSettings { UntilAt = DateTime.MinValue },
                "untilAt"
            },
            {
                WidgetKind.Number,
                new WidgetSettings { Target = double.NaN },
                "target"
            },
            {
                WidgetKind.Number,
                new WidgetSettings { Target = double.PositiveInfinity },
                "target"
            },
            {
                WidgetKind.Number,
                new WidgetSettings { Measure = (WidgetMeasure)9 },
                "measure"
            },
            {
                WidgetKind.Note,
                new WidgetSettings { Text = new string('x', 8001) },
                "text"
            },
            {
                WidgetKind.Note,
                new WidgetSettings { Text = "\uD800" },
                "text"
            },
            {
                WidgetKind.Note,
                new WidgetSettings { Text = string.Concat(Enumerable.Repeat("🛳", 4000)) },
                "text"
            },
            {
                WidgetKind.CardsPerField,
                new WidgetSettings { FieldId = Guid.Empty },
                "fieldId"
            },
            { WidgetKind.CardsPerField, WidgetSettings.Default, "fieldId" },
            { WidgetKind.Countdown, WidgetSettings.Default, "untilAt" },
            { WidgetKind.MetricChart, WidgetSettings.Default, "metricId" },
            {
                WidgetKind.MetricChart,
                new WidgetSettings { MetricId = Guid.Empty },
                "metricId"
            },
            {
                WidgetKind.Number,
                new WidgetSettings { Measure = WidgetMeasure.Metric },
                "metricId"
            },
        };

    public static TheoryData<string> NoSettings =>
        [
            "",
            "null",
            "[]",
            "{",
            """{"days":"many"}""",
            """{"boardIds":null}""",
            """{"owner":"me"}""",
            """{"days":1,"days":2}""",
        ];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Fault_IsNamedByItsMember(WidgetKind kind, WidgetSettings settings, string member) =>
        Assert.Equal(member, WidgetRules.FindFault(kind, settings));

    [Fact]
    public void EveryKind_HasSettingsThatAreRight() =>
        Assert.All(Enum.GetValues<WidgetKind>(), kind => Assert.Null(WidgetRules.FindFault(kind, Full())));

    [Fact]
    public void TheLongestThatAreAllowed_AreRight()
    {
        var settings = Full() with
        {
            BoardIds = [.. Ids(50)],
            LabelIds = [.. Ids(50)],
            PersonIds = [.. Ids(50)],
            SearchText = new string('ж', 200),
            Text = new string('ж', 8000),
            Days = 730,
        };

        Assert.Null(WidgetRules.FindFault(WidgetKind.Note, settings));
    }

    [Fact]
    public void Json_IsShort_AndReadsBackEqual()
    {
        Assert.Equal(
            """{"boardIds":[],"labelIds":[],"personIds":[],"days":30,"unit":"day","isLeadTime":false,"isBurnUp":false,"measure":"openCards","dueFilter":"any"}""",
            WidgetSettings.Default.ToJson()
        );
        Assert.Equal(Full(), WidgetSettings.OfStored(Full().ToJson()));
        Assert.Equal(Full(), WidgetSettings.Parse(Full().ToJson()));
        Assert.Equal(Full().ToJson(), WidgetSettings.OfStored(Full().ToJson()).ToJson());
        Assert.NotEqual(Full(), Full() with { Target = 13 });
        Assert.NotEqual(Full(), Full() with { BoardIds = [] });
    }

    [Theory]
    [MemberData(nameof(NoSettings))]
    public void Parse_OfWhatIsNotSettings_IsNull(string json) => Assert.Null(WidgetSettings.Parse(json));

    [Fact]
    public void Stored_ByALaterVersion_StillOpens() =>
        Assert.Equal(7, WidgetSettings.OfStored("""{"days":7,"colour":"red"}""").Days);

    [Fact]
    public void Canonical_IsTheSame_HoweverItWasChosen()
    {
        var (a, b) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var one = new WidgetSettings
        {
            BoardIds = [b, a, b],
            SearchText = " pier\t7 ",
            Text = "a\r\nb",
        };
        var other = new WidgetSettings
        {
            BoardIds = [a, b],
            SearchText = "pier 7",
            Text = "a\nb",
        };

        Assert.Equal(other.ToCanonical(), one.ToCanonical());
        Assert.Equal(
            WidgetSettings.Default,
            new WidgetSettings
            {
                BoardIds = default,
                SearchText = "  ",
                Text = "",
            }.ToCanonical()
        );
    }

    private static WidgetSettings Full() =>
        new()
        {
            BoardIds = [Id],
            FieldId = Id,
            LabelIds = [Id],
            PersonIds = [Id],
            SearchText = "pier \"7\"",
            Days = 14,
            Unit = WidgetUnit.Week,
            IsLeadTime = true,
            UntilAt = new DateTime(2026, 12, 24, 18, 0, 0, DateTimeKind.Utc),
            IsBurnUp = true,
            MetricId = Id,
            Target = 12.5,
            Text = "# Ahoy\n- [ ] <b>",
            Measure = WidgetMeasure.Metric,
            DueFilter = WidgetDue.ThisWeek,
        };

    private static IEnumerable<Guid> Ids(int count) => Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7());
}
