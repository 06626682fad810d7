using System.Net;
using LiveBoard.Testing;

namespace LiveBoard.Benchmarks.Circuits;

/// <summary>A sign-in that any number of circuits may use, like the tabs of one browser.</summary>
/// <param name="Wire">The way to the server.</param>
/// <param name="Cookies">Value of the Cookie header.</param>
/// <param name="IsCompressed">True to offer compression on sockets, as browsers do.</param>
internal sealed record CircuitTicket(Wire Wire, string Cookies, bool IsCompressed)
{
    /// <summary>Signs in by the sign-in page.</summary>
    public static async Task<CircuitTicket> SignInAsync(Wire wire, TestUser user, bool isCompressed)
    {
        var cookies = new CookieContainer();
        using var handler = new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = wire.Address };
        await LiveBoardApp.SignInAsync(browser, user);
        return new CircuitTicket(wire, cookies.GetCookieHeader(wire.Address), isCompressed);
    }

    /// <summary>Signs all of them in, one after the other.</summary>
    public static async Task<IReadOnlyList<CircuitTicket>> SignInAsync(
        Wire wire,
        IEnumerable<TestUser> users,
        bool isCompressed
    )
    {
        var tickets = new List<CircuitTicket>();
        foreach (var user in users)
        {
            tickets.Add(await SignInAsync(wire, user, isCompressed));
        }

        return tickets;
    }

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("Cookie", Cookies);
        request.Headers.Add("Accept", "text/html, application/json");
        if (method != HttpMethod.Get)
        {
            request.Headers.Add("Origin", Wire.Address.GetLeftPart(UriPartial.Authority));
        }

        return await Wire.Http.SendAsync(request, cancellationToken);
    }
}
