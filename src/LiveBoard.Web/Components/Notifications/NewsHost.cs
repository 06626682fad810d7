namespace LiveBoard.Web.Components.Notifications;

/// <summary>
/// How much the viewer has not read, for the bells of one page: one of them reads it, all show it. Belongs to one circuit
/// and is used on its dispatcher only.
/// </summary>
internal sealed class NewsHost
{
    /// <summary>The number is another one.</summary>
    public event Action? Changed;

    public int Unread { get; private set; }

    public void Show(int unread)
    {
        if (unread != Unread)
        {
            Unread = unread;
            Changed?.Invoke();
        }
    }
}
