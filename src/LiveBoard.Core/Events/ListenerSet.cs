using System.Collections.Immutable;

namespace LiveBoard.Core.Events;

/// <summary>A set of listeners that can be walked without a lock while others come and go.</summary>
internal sealed class ListenerSet<T>
{
    private ImmutableArray<Action<T>> _listeners = [];

    public int Count => Current.Length;

    public ImmutableArray<Action<T>> Current => _listeners;

    public IDisposable Add(Action<T> listener)
    {
        // A delegate of its own per subscription: the same method may listen twice and each handle ends only its own.
        Action<T> own = message => listener(message);
        ImmutableInterlocked.Update(ref _listeners, static (all, added) => all.Add(added), own);
        return new Handle(this, own);
    }

    private sealed class Handle(ListenerSet<T> set, Action<T> own) : IDisposable
    {
        public void Dispose() =>
            ImmutableInterlocked.Update(ref set._listeners, static (all, gone) => all.Remove(gone), own);
    }
}
