using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveBoard.Core.Boards;

/// <summary>
/// What exactly a widget shows. One record for all kinds: each looks at the members that mean something to it
/// (<see cref="WidgetRules"/>). Names boards, fields, labels, people and series of numbers by id only, so that it says
/// nothing to whoever may not open them.
/// </summary>
public sealed record WidgetSettings
{
    /// <summary>Longest JSON of the whole, in UTF-16 units.</summary>
    public const int MaxLength = 16 * 1024;

    /// <summary>Most boards, most labels, and most people.</summary>
    public const int MaxIds = 50;

    /// <summary>Longest <see cref="SearchText"/>, in UTF-16 units.</summary>
    public const int MaxSearchLength = 200;

    /// <summary>Longest period, in days.</summary>
    public const int MaxDays = 730;

    /// <summary>Longest <see cref="Text"/>, in UTF-16 units.</summary>
    public const int MaxTextLength = 8000;

    // Never written into a page, so nothing need be escaped for one; escaped, a note in Greek would take six times the room.
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly JsonSerializerOptions Strict = new(Json)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
    };

    /// <summary>Nothing chosen: the whole workspace, the last thirty days.</summary>
    public static WidgetSettings Default { get; } = new();

    /// <summary>The boards it is about; empty for all of the workspace.</summary>
    public ImmutableArray<Guid> BoardIds
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>The custom field it counts by; one that no board has matches nothing.</summary>
    public Guid? FieldId { get; init; }

    /// <summary>Only cards with one of these labels; empty for all.</summary>
    public ImmutableArray<Guid> LabelIds
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>Only cards of one of these people; empty for all.</summary>
    public ImmutableArray<Guid> PersonIds
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>Only cards in whose title all these words are; null for all.</summary>
    public string? SearchText { get; init; }

    /// <summary>How far it looks back, in days.</summary>
    public int Days { get; init; } = 30;

    /// <summary>What it counts by.</summary>
    public WidgetUnit Unit { get; init; }

    /// <summary>True to measure from when a card was made, false from when work on it began.</summary>
    public bool IsLeadTime { get; init; }

    /// <summary>The moment it leads to, UTC.</summary>
    public DateTime? UntilAt { get; init; }

    /// <summary>True to show what is done and all there is, false to show what is left.</summary>
    public bool IsBurnUp { get; init; }

    /// <summary>The series of numbers from outside that it shows.</summary>
    public Guid? MetricId { get; init; }

    /// <summary>The value that is hoped for.</summary>
    // Named so that a wish with one that is no number can be told from others, and refused.
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double? Target { get; init; }

    /// <summary>Markdown.</summary>
    public string? Text { get; init; }

    /// <summary>Which number it shows.</summary>
    public WidgetMeasure Measure { get; init; }

    /// <summary>Only cards that are due then.</summary>
    public WidgetDue DueFilter { get; init; }

    /// <summary>Reads what somebody brings: anything that is not known is refused.</summary>
    /// <returns>The settings, not yet checked; null when they are none.</returns>
    public static WidgetSettings? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<WidgetSettings>(json, Strict);
        }
        catch (JsonException)
        {
            // Not settings: that is the answer, and whoever brought it is told so.
            return null;
        }
    }

    /// <summary>Reads what is stored. A member that is not known (any more) is passed over: the board must open.</summary>
    /// <exception cref="JsonException">It was not written by <see cref="ToJson"/>.</exception>
    public static WidgetSettings OfStored(string json) => JsonSerializer.Deserialize<WidgetSettings>(json, Json)!;

    /// <summary>The JSON to store: the same for equal settings.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The same with ids each once and in order, and texts as they are stored.</summary>
    public WidgetSettings ToCanonical() =>
        this with
        {
            BoardIds = Sorted(BoardIds),
            LabelIds = Sorted(LabelIds),
            PersonIds = Sorted(PersonIds),
            SearchText = SearchText is null || PlainText.IsBlank(SearchText) ? null : PlainText.ToLine(SearchText),
            Text = string.IsNullOrEmpty(Text) ? null : PlainText.ToLines(Text),
        };

    /// <summary>True when both say the same. Lists in a record compare by reference, so the JSON is compared.</summary>
    public bool Equals(WidgetSettings? other) => other is not null && ToJson() == other.ToJson();

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToJson());

    private static ImmutableArray<Guid> Sorted(ImmutableArray<Guid> ids) => [.. ids.Distinct().Order()];
}

/// <summary>What a widget counts by.</summary>
public enum WidgetUnit
{
    /// <summary>Days.</summary>
    Day = 0,

    /// <summary>Weeks.</summary>
    Week = 1,
}

/// <summary>What a <see cref="WidgetKind.Number"/> shows.</summary>
public enum WidgetMeasure
{
    /// <summary>Cards that are not done.</summary>
    OpenCards = 0,

    /// <summary>Cards done in the period.</summary>
    DoneInPeriod = 1,

    /// <summary>Cards that are being worked on.</summary>
    WorkInProgress = 2,

    /// <summary>Cards past their due date.</summary>
    Overdue = 3,

    /// <summary>Cards held up by others.</summary>
    Blocked = 4,

    /// <summary>Days that half of the cards took at most.</summary>
    MedianCycleDays = 5,

    /// <summary>The latest value of a series from outside.</summary>
    Metric = 6,
}

/// <summary>When the cards that a widget shows are due.</summary>
public enum WidgetDue
{
    /// <summary>Whenever, or never.</summary>
    Any = 0,

    /// <summary>Before now, and not met.</summary>
    Overdue = 1,

    /// <summary>In the next seven days.</summary>
    ThisWeek = 2,

    /// <summary>Never.</summary>
    None = 3,
}
