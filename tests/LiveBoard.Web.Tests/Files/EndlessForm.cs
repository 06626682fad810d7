using System.Net;
using System.Net.Http.Headers;

namespace LiveBoard.Web.Tests.Files;

/// <summary>A form with a file that says of no length, and comes for as long as anybody reads.</summary>
internal sealed class EndlessForm : HttpContent
{
    private static readonly byte[] Piece = new byte[64 * 1024];

    public EndlessForm() => Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

    /// <summary>Bytes that went out.</summary>
    public long Sent { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync("--x\r\nContent-Disposition: form-data; name=file; filename=a\r\n\r\n"u8.ToArray());
        // Far more than is ever read, so that a server without a limit fails the test and does not hang it.
        while (Sent < 16 * FileApp.MaxFile)
        {
            try
            {
                await stream.WriteAsync(Piece);
            }
            catch (Exception cut) when (cut is IOException or InvalidOperationException)
            {
                return;
            }

            Sent += Piece.Length;
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
