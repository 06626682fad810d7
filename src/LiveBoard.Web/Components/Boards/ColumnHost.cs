namespace LiveBoard.Web.Components.Boards;

/// <summary>
/// What the columns of one page share with it beside the client. One unchanging reference: handlers, numbers and
/// references that are handed down one by one are made anew in each render of each viewer, and outlive it. Belongs to the
/// page and is used on its circuit's dispatcher only.
/// </summary>
/// <param name="openMenu">Opens the menu of a column.</param>
public sealed class ColumnHost(Func<ColumnMenuRequest, Task> openMenu)
{
    private readonly Dictionary<Guid, ColumnView> _views = [];
    private readonly Dictionary<Guid, object> _stamps = [];

    /// <summary>Another object whenever the column has to paint anew though it is the same snapshot; null until then.</summary>
    public object? StampOf(Guid columnId) => _stamps.GetValueOrDefault(columnId);

    /// <summary>Has the column painted anew with the page's next render.</summary>
    public void Stamp(Guid columnId) => _stamps[columnId] = new object();

    /// <summary>The column on the page; null when there is none.</summary>
    public ColumnView? Find(Guid columnId) => _views.GetValueOrDefault(columnId);

    internal void Add(ColumnView view) => _views[view.Column.Id] = view;

    internal void Remove(ColumnView view)
    {
        // Its successor may be there already.
        if (ReferenceEquals(Find(view.Column.Id), view))
        {
            _views.Remove(view.Column.Id);
        }
    }

    internal Task OpenMenuAsync(ColumnMenuRequest request) => openMenu(request);
}
