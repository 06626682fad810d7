using System.Globalization;
using LiveBoard.Core.Boards;

namespace LiveBoard.Web.Components.Dashboards.Charts;

/// <summary>A colour by its name in tokens.css, so that it is right in light and in dark. There are no others.</summary>
public readonly record struct ChartColor
{
    private const int CategoryCount = 8;
    private const int StageCount = 5;

    private readonly string? _token;

    private ChartColor(string token) => _token = token;

    /// <summary>Name of the custom property, without its dashes.</summary>
    public string Token => _token ?? "chart-1";

    /// <summary>The one colour of a chart that needs no other.</summary>
    public static ChartColor Accent => new("chart-1");

    public static ChartColor Good => new("ok");

    public static ChartColor Warn => new("warn");

    public static ChartColor Bad => new("danger");

    /// <summary>What is there to compare with: a scope, an ideal.</summary>
    public static ChartColor Neutral => new("chart-8");

    /// <summary>Finished work, the ground of a cumulative flow.</summary>
    public static ChartColor Done => new("flow-done");

    /// <summary>Things without a colour of their own, told apart; the ninth has the first one's again.</summary>
    /// <param name="number">From 0.</param>
    public static ChartColor Category(int number) => Numbered("chart", (number % CategoryCount) + 1, CategoryCount);

    /// <summary>A step of the way to done, of so many: one hue, deeper the nearer.</summary>
    /// <param name="step">From 0.</param>
    /// <param name="count">How many steps there are.</param>
    public static ChartColor Stage(int step, int count) =>
        // Few steps are far apart, and the palest is for when all are needed.
        Numbered("flow", count <= 1 ? StageCount - 1 : StageCount - SpreadFromEnd(step, count), StageCount);

    public static ChartColor Label(LabelColor color) => new($"label-{color.ToString().ToLowerInvariant()}");

    /// <param name="color">The person's colour number, from 1.</param>
    public static ChartColor Person(int color) => Numbered("person", color, Core.Boards.Person.ColorCount);

    private static int SpreadFromEnd(int step, int count)
    {
        var steps = Math.Min(count, StageCount) - 1;
        return (int)Math.Round((count - 1 - step) * steps / (double)(count - 1));
    }

    private static ChartColor Numbered(string name, int number, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, count);
        return new ChartColor(string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"));
    }
}
