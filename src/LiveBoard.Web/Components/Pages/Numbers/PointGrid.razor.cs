using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Metrics;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Pages.Numbers;

public sealed partial class PointGrid
{
    private ElementReference _valueInput;
    private string? _at;
    private string? _value;
    private string? _refused;

    /// <summary>A refused field shows what is stored again: its row is made anew.</summary>
    private int _refusals;

    [Parameter, EditorRequired]
    public Actor Actor { get; set; }

    [Parameter, EditorRequired]
    public MetricListing Series { get; set; } = null!;

    [Parameter, EditorRequired]
    public MetricPointPage Page { get; set; } = null!;

    [Parameter]
    public EventCallback OnMore { get; set; }

    [Inject]
    private MetricService Metrics { get; set; } = null!;

    [Inject]
    private DueDates Dates { get; set; } = null!;

    private void NoteTime(ChangeEventArgs change) => _at = change.Value as string;

    private async Task EnterAsync()
    {
        var moment = NumberWords.Moment(_at);
        if (NumberWords.Value(_value) is not { } value || (moment is null && !string.IsNullOrEmpty(_at)))
        {
            _refused = NumberTexts.NotUnderstood;
            return;
        }

        var at = moment is { } local ? Dates.ToUtc(local) : (DateTime?)null;
        if (Show(await Metrics.EnterPointAsync(Actor, Series.Id, at, value)))
        {
            (_at, _value) = (null, null);
            // The next one follows: a list of numbers is typed without the mouse.
            await _valueInput.FocusAsync();
        }
    }

    private async Task ChangeAsync((MetricPointListing Point, string? At, string? Value) typed)
    {
        var moment = NumberWords.Moment(typed.At);
        if (NumberWords.Value(typed.Value) is not { } value || moment is null)
        {
            Refuse(NumberTexts.NotUnderstood);
            return;
        }

        // The field shows whole seconds: who leaves it as it is does not mean to cut what the point has beside them.
        var isMoved = typed.At != NumberWords.Field(Dates.ToLocal(typed.Point.At));
        var at = isMoved ? Dates.ToUtc(moment.Value) : typed.Point.At;
        Show(await Metrics.ChangePointAsync(Actor, Series.Id, typed.Point.At, at, value));
    }

    private async Task RemoveAsync(MetricPointListing point) =>
        Show(await Metrics.RemovePointAsync(Actor, Series.Id, point.At));

    private bool Show(DirectoryResult result)
    {
        if (result.Refusal is { } refusal)
        {
            Refuse(RefusalWords.Of(refusal));
        }
        else
        {
            _refused = null;
        }

        return result.IsDone;
    }

    private void Refuse(string words)
    {
        _refused = words;
        _refusals++;
    }
}
