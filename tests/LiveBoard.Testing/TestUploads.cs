namespace LiveBoard.Testing;

/// <summary>Sends a file for a card, as the page's script does.</summary>
public static class TestUploads
{
    /// <summary>Sends it as somebody who is signed in.</summary>
    public static Task<HttpResponseMessage> UploadFileAsync(
        this HttpClient client,
        Guid boardId,
        Guid cardId,
        string name,
        byte[] content
    ) => client.UploadFileAsync($"/b/{boardId}/cards/{cardId}/files", "/profile", name, content);

    /// <summary>Sends it to this address.</summary>
    /// <param name="client">Keeps cookies.</param>
    /// <param name="address">Where to.</param>
    /// <param name="formPage">A page with an antiforgery token for this client.</param>
    /// <param name="name">What the file is called, unquoted and as it is.</param>
    /// <param name="content">Its bytes.</param>
    public static async Task<HttpResponseMessage> UploadFileAsync(
        this HttpClient client,
        string address,
        string formPage,
        string name,
        byte[] content
    )
    {
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(content);
        // What a browser says a file is must count for nothing.
        file.Headers.TryAddWithoutValidation("Content-Type", "image/png");
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{name}\"");
        form.Add(file);
        return await client.SendUploadAsync(address, formPage, form);
    }

    /// <summary>Sends this form, whatever it is, to this address.</summary>
    public static async Task<HttpResponseMessage> SendUploadAsync(
        this HttpClient client,
        string address,
        string formPage,
        HttpContent form
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative));
        request.Content = form;
        request.Headers.Add("RequestVerificationToken", await client.GetAntiforgeryTokenAsync(formPage));
        return await client.SendAsync(request);
    }
}
