using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LiveBoard.Core.Access;
using LiveBoard.Core.Data;
using LiveBoard.Web.Components.Account;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Identity;
using Microsoft.AspNetCore.Antiforgery;

namespace LiveBoard.Web.Endpoints;

/// <summary>Hands a person what is stored about them, as a file.</summary>
internal static class PersonalDataEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // A file for people, never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static void MapPersonalDataEndpoints(this IEndpointRouteBuilder app) =>
        app.MapPost("/profile/data/file", HandOverAsync);

    private static async Task<IResult> HandOverAsync(
        HttpContext http,
        IAntiforgery antiforgery,
        PersonalDataReader reader,
        SignInSessions sessions,
        AuditLog audit
    )
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        if (!await sessions.IsConfirmedLatelyAsync(http.User, http.RequestAborted))
        {
            return Results.LocalRedirect(AccountUrls.With(ConfirmPage.Address, DataPage.Address));
        }

        var actor = http.User.GetActor();
        if (await reader.ReadAsync(actor, http.RequestAborted) is not { } data)
        {
            return Results.NotFound();
        }

        await audit.NoteAsync(AuditKind.DataExported, actor.PersonId);
        return Results.File(
            JsonSerializer.SerializeToUtf8Bytes(data, Json),
            MediaTypeNames.Application.Json,
            "liveboard-data.json"
        );
    }
}
