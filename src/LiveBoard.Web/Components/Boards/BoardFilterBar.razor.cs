using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Boards;

/// <summary>
/// Renders only for another filter, or other labels or people: each choice has a handler of its own, and handlers are
/// sent again whenever their component renders.
/// </summary>
public sealed partial class BoardFilterBar
{
    private IReadOnlyList<LabelSnapshot> _labels = [];
    private IReadOnlyList<PersonSnapshot> _people = [];
    private string? _text;

    [Parameter, EditorRequired]
    public ImmutableDictionary<Guid, LabelSnapshot> Labels { get; set; } = null!;

    [Parameter, EditorRequired]
    public ImmutableDictionary<Guid, PersonSnapshot> People { get; set; } = null!;

    [Parameter, EditorRequired]
    public BoardFilter Filter { get; set; } = null!;

    [Parameter]
    public EventCallback<BoardFilter> OnFilter { get; set; }

    private static IEnumerable<(DueFilter Due, string Words)> DueChoices =>
        [
            (DueFilter.Any, BoardTexts.AnyDue),
            (DueFilter.Overdue, BoardTexts.Overdue),
            (DueFilter.Soon, BoardTexts.OverdueOrSoon),
            (DueFilter.Done, BoardTexts.DueDone),
            (DueFilter.None, BoardTexts.NoDue),
        ];

    /// <inheritdoc />
    public override Task SetParametersAsync(ParameterView parameters)
    {
        var isSame =
            parameters.GetValueOrDefault<BoardFilter>(nameof(Filter))!.Equals(Filter)
            && parameters.IsSame(nameof(Labels), Labels)
            && parameters.IsSame(nameof(People), People);
        return isSame ? Task.CompletedTask : base.SetParametersAsync(parameters);
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _labels = [.. LabelWords.InOrder(Labels.Values)];
        _people = [.. People.Values.OrderBy(p => p.Name, StringComparer.CurrentCulture)];
    }

    private void NoteText(ChangeEventArgs change) => _text = change.Value as string ?? "";

    private Task ApplyText() =>
        OnFilter.InvokeAsync(new BoardFilter(_text ?? Filter.Text, Filter.Labels, Filter.People, Filter.Due));

    private Task ToggleLabelAsync(Guid id) =>
        OnFilter.InvokeAsync(new BoardFilter(Filter.Text, Toggled(Filter.Labels, id), Filter.People, Filter.Due));

    private Task TogglePersonAsync(Guid id) =>
        OnFilter.InvokeAsync(new BoardFilter(Filter.Text, Filter.Labels, Toggled(Filter.People, id), Filter.Due));

    private Task SetDueAsync(DueFilter due) =>
        OnFilter.InvokeAsync(new BoardFilter(Filter.Text, Filter.Labels, Filter.People, due));

    private Task ClearAsync()
    {
        _text = "";
        return OnFilter.InvokeAsync(BoardFilter.None);
    }

    private static ImmutableHashSet<Guid> Toggled(ImmutableHashSet<Guid> ids, Guid id) => ids.SymmetricExcept([id]);
}
