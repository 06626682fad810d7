using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;

namespace LiveBoard.Web.Identity.SecondSteps;

/// <summary>
/// Leads whoever still owes the second step to the page where it is set up, and lets them reach nothing else: no page,
/// no live connection, no file.
/// </summary>
internal static class SecondStepGate
{
    public const string Page = "/profile/second-step";

    public static void UseSecondStepGate(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                var duty = context.RequestServices.GetRequiredService<SecondStepDuty>();
                if (
                    context.User.Identity is not { IsAuthenticated: true }
                    || IsOpen(context)
                    || !await duty.IsOwedAsync(context.User, context.RequestAborted)
                )
                {
                    await next(context);
                }
                else if (context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
                {
                    context.Response.Redirect(Page);
                }
                else
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                }
            }
        );

    /// <summary>
    /// What it takes to do the second step, and what is no page and needs no sign-in: styles, signing out. A page that
    /// needs none may still do something for who is signed in.
    /// </summary>
    private static bool IsOpen(HttpContext context) =>
        context.GetEndpoint()?.Metadata is { } about
        && (
            about.GetMetadata<OpenWithoutSecondStepAttribute>() is not null
            || (
                about.GetMetadata<IAllowAnonymous>() is not null
                && about.GetMetadata<ComponentTypeMetadata>() is null
                && about.GetMetadata<ClosedWithoutSecondStepAttribute>() is null
            )
        );
}

/// <summary>Marks what may be reached before the second step that is demanded has been taken.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class OpenWithoutSecondStepAttribute : Attribute;

/// <summary>Marks what needs no sign-in, and yet is no way to what it takes to do the second step: files of boards.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class ClosedWithoutSecondStepAttribute : Attribute;
