using System.Collections.Immutable;
using System.Globalization;
using LiveBoard.Web.Components.Dashboards;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Wall;

/// <summary>
/// Dashboards and boards in turn, for a screen that nobody touches. The address says all of it, so a screen that starts
/// anew shows the same again.
/// </summary>
public sealed partial class WallPage : IDisposable
{
    private const int MaxBoards = 20;
    private const int DefaultSeconds = 30;

    private ImmutableArray<Guid> _ids = [];
    private int _number;
    private ITimer? _turn;

    [Parameter]
    public Guid FirstId { get; set; }

    /// <summary>Further boards and dashboards, by comma.</summary>
    [SupplyParameterFromQuery(Name = "with")]
    private string? With { get; set; }

    /// <summary>Seconds that each is shown for.</summary>
    [SupplyParameterFromQuery(Name = "every")]
    private int? Every { get; set; }

    /// <summary>How far all widgets look back, in days.</summary>
    [SupplyParameterFromQuery(Name = PeriodWords.Key)]
    private string? Days { get; set; }

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private Guid Shown => _ids[_number % _ids.Length];

    private string? PlaceWords =>
        _ids.Length > 1
            ? string.Create(CultureInfo.CurrentCulture, $"{(_number % _ids.Length) + 1} / {_ids.Length}")
            : null;

    public void Dispose() => _turn?.Dispose();

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var others = (With ?? "")
            .Split(',', StringSplitOptions.TrimEntries)
            .Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null)
            .OfType<Guid>();
        _ids = [.. others.Prepend(FirstId).Distinct().Take(MaxBoards)];
        _turn?.Dispose();
        _turn = null;
        if (RendererInfo.IsInteractive && _ids.Length > 1)
        {
            var every = TimeSpan.FromSeconds(Math.Clamp(Every ?? DefaultSeconds, 5, 3600));
            _turn = Time.CreateTimer(_ => _ = InvokeAsync(Turn), null, every, every);
        }
    }

    private void Turn()
    {
        _number++;
        StateHasChanged();
    }
}
