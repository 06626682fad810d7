namespace LiveBoard.Web.Hosting;

/// <summary>The program must not start as things are; the message says why and what helps, to whoever runs it.</summary>
internal sealed class StartRefusedException(string message, Exception? cause = null) : Exception(message, cause);
