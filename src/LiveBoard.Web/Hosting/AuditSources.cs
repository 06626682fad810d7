using LiveBoard.Core.Access;
using LiveBoard.Core.Data;
using LiveBoard.Web.Identity;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace LiveBoard.Web.Hosting;

/// <summary>Tells the audit trail where requests and the events of open pages come from, and notes refused requests.</summary>
internal static class AuditSources
{
    public static void UseAuditTrail(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                AuditSource.Set(AddressOf(context));
                await next(context);
                var kind = context.Response.StatusCode switch
                {
                    StatusCodes.Status403Forbidden => AuditKind.AccessRefused,
                    StatusCodes.Status429TooManyRequests => AuditKind.LimitReached,
                    _ => (AuditKind?)null,
                };
                if (kind is not null)
                {
                    await context
                        .RequestServices.GetRequiredService<RefusalLog>()
                        .NoteAsync(kind.Value, context.User.GetActor().PersonId, subjectId: null, RouteOf(context));
                }
            }
        );

    public static string AddressOf(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address ? $"{RequestSource.Unmapped(address)}" : "";

    /// <summary>The pattern and not the address, which may hold a secret.</summary>
    private static string RouteOf(HttpContext context) =>
        $"{context.Request.Method} {(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}".Trim();
}

/// <summary>
/// The same for what comes over a page's connection: its address is the connection's, also after it has come back from
/// somewhere else.
/// </summary>
internal sealed class CircuitAuditSource(IHttpContextAccessor http) : CircuitHandler
{
    private string _address = "";

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _address = http.HttpContext is { } context ? AuditSources.AddressOf(context) : "";
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next
    ) =>
        context =>
        {
            AuditSource.Set(_address);
            return next(context);
        };
}
