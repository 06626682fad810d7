namespace LiveBoard.Web.Components.Work;

/// <summary>
/// How much the viewer has to do, for all places of one page that show it: one of them reads it. Belongs to one circuit and
/// is used on its dispatcher only.
/// </summary>
internal sealed class WorkHost
{
    /// <summary>The number is another one.</summary>
    public event Action? Changed;

    public int Count { get; private set; }

    public void Show(int count)
    {
        if (count != Count)
        {
            Count = count;
            Changed?.Invoke();
        }
    }
}
