using System.Net;
using System.Net.Sockets;

namespace LiveBoard.Web.Hosting;

/// <summary>Where a request comes from, as far as limits are concerned.</summary>
internal static class RequestSource
{
    /// <summary>The peer's IPv4 address or IPv6 /64. Headers count only behind a proxy that the settings trust.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
        {
            return "local";
        }

        address = Unmapped(address);
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes().Take(8), .. new byte[8]]).ToString()
            : address.ToString();
    }

    /// <summary>As people write it: a listener for both families tells IPv4 addresses inside IPv6 ones.</summary>
    public static IPAddress Unmapped(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
