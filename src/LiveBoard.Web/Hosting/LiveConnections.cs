using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using LiveBoard.Core.Access;
using LiveBoard.Web.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Extensions.Options;

namespace LiveBoard.Web.Hosting;

/// <summary>
/// Counts the live pages that each user and each source has open, and refuses what is too many: first the page, with
/// words, then the connection of whoever asks for one without a page. Guests, who are no users, are counted by source
/// only. Thread-safe; lives as long as the application.
/// </summary>
internal sealed class LiveConnections(IOptions<LimitSettings> limits) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, int> _open = new(StringComparer.Ordinal);
    private readonly PartitionedRateLimiter<string> _arrivals = PerMinute(limits.Value.ConnectionsPerMinute);
    private readonly PartitionedRateLimiter<string> _userArrivals = PerMinute(limits.Value.ConnectionsPerMinuteAndUser);

    /// <summary>True when there is room for one more of this user and source.</summary>
    public bool HasRoom(Actor user, string source) =>
        (user == default || Count(UserKey(user)) < limits.Value.CircuitsPerUser)
        && Count(source) < limits.Value.CircuitsPerSource;

    /// <summary>Takes a place until the result is disposed; null when there is none.</summary>
    public IDisposable? TryEnter(Actor user, string source)
    {
        using var arrival = _arrivals.AttemptAcquire(source);
        using var userArrival = user == default ? null : _userArrivals.AttemptAcquire(UserKey(user));
        if (!arrival.IsAcquired || userArrival is { IsAcquired: false })
        {
            return null;
        }

        var place = new Place(this, UserKey(user), source);
        if (
            (user == default || Count(UserKey(user)) <= limits.Value.CircuitsPerUser)
            && Count(source) <= limits.Value.CircuitsPerSource
        )
        {
            return place;
        }

        place.Dispose();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await _arrivals.DisposeAsync();
        await _userArrivals.DisposeAsync();
    }

    private static PartitionedRateLimiter<string> PerMinute(int limit) =>
        KeyedLimits.PerKey(limit, TimeSpan.FromMinutes(1));

    private int Count(string key) => _open.GetValueOrDefault(key);

    private static string UserKey(Actor user) => $"user {user.PersonId}";

    private void Add(string key, int difference)
    {
        var count = _open.AddOrUpdate(key, difference, (_, old) => old + difference);
        if (count == 0)
        {
            // Only while it is still zero; somebody may have come in since.
            _open.TryRemove(KeyValuePair.Create(key, 0));
        }
    }

    private sealed class Place : IDisposable
    {
        private readonly LiveConnections _all;
        private readonly string[] _keys;
        private int _isGone;

        public Place(LiveConnections all, params string[] keys)
        {
            (_all, _keys) = (all, keys);
            Array.ForEach(keys, key => all.Add(key, 1));
        }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isGone, 1) == 0)
            {
                Array.ForEach(_keys, key => _all.Add(key, -1));
            }
        }
    }
}

/// <summary>Applies the count to requests.</summary>
internal static class LiveConnectionsExtensions
{
    public static void UseLiveConnectionLimits(this WebApplication app)
    {
        var connections = app.Services.GetRequiredService<LiveConnections>();
        app.Use(
            async (context, next) =>
            {
                var (user, source) = (context.User.GetActor(), RequestSource.Of(context));
                if (IsConnection(context.Request))
                {
                    // The request lasts as long as the connection.
                    using var place = connections.TryEnter(user, source);
                    await (place is null ? RefuseAsync(context) : next(context));
                }
                else
                {
                    await (
                        IsLivePage(context) && !connections.HasRoom(user, source) ? RefuseAsync(context) : next(context)
                    );
                }
            }
        );
    }

    private static bool IsConnection(HttpRequest request) =>
        request.Path.Equals(SocketOriginGuard.HubPath, StringComparison.OrdinalIgnoreCase)
        && (HttpMethods.IsGet(request.Method) || HttpMethods.IsConnect(request.Method));

    private static bool IsLivePage(HttpContext context) =>
        context.GetEndpoint() is { } endpoint
        && endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
        && endpoint.Metadata.GetMetadata<ExcludeFromInteractiveRoutingAttribute>() is null;

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return Task.CompletedTask;
    }
}
