using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AiNewsBot.Feeds.Fetching;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Feeds.Tests.Fetching;

/// <summary>The addresses that the fetcher connects to.</summary>
public sealed class ConnectionTests
{
    [Theory]
    [InlineData("10.0.0.1", "private")]
    [InlineData("169.254.169.254", "link-local")]
    [InlineData("::1", "this machine")]
    [InlineData("::ffff:192.168.0.1", "private")]
    [InlineData("64:ff9b::c0a8:1", "private")]
    [InlineData("2002:c0a8:1::", "a tunnel (6to4)")]
    [InlineData("fd00:ec2::254", "private")]
    public async Task Name_that_resolves_to_a_private_address_is_refused_without_revealing_it(string address, string meaning)
    {
        using var fetcher = Fetch.Fetcher(resolve: _ => [IPAddress.Parse(address)]);

        Assert.Equal(
            $"feeds.example leads to an address that is {meaning}; feeds are read from public addresses only.",
            await fetcher.FailAsync(FeedAddress.TryParse("http://feeds.example/")!)
        );
    }

    [Fact]
    public async Task Loopback_is_refused_in_any_spelling_unless_allowed()
    {
        await using var server = await FeedServer.StartAsync();
        using var fetcher = new FeedFetcher(
            new FeedFetcherOptions { Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]) }
        );

        foreach (var host in new[] { "127.0.0.1", "localhost", "localhost.", "0x7f.1", "2130706433", "0", "[::ffff:127.0.0.1]", "[::1]" })
            Assert.Contains("feeds are read from public addresses only", await fetcher.FailAsync(server.Address("/feed", host)));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Name_is_resolved_once_and_the_checked_address_is_connected_to()
    {
        await using var server = await FeedServer.StartAsync();
        server["/feed"] = FeedServer.Send("<rss/>"u8.ToArray(), ("Connection", "close"));
        var answers = new ConcurrentQueue<IPAddress>([IPAddress.Loopback, IPAddress.Parse("127.0.0.2")]);
        using var fetcher = Fetch.Fetcher(resolve: _ => answers.TryDequeue(out var address) ? [address] : []);

        // The name now leads elsewhere, as in an attack by rebinding: the first connection never asks it again, the second is refused.
        await fetcher.SucceedAsync(server.Address("/feed", "feeds.example"));
        Assert.Single(answers);
        Assert.Contains("this machine", await fetcher.FailAsync(server.Address("/feed", "feeds.example")));

        Assert.Equal($"feeds.example:{server.Port}", Assert.Single(server.Requests)["Host"]);
    }

    [Fact]
    public async Task Only_passing_addresses_of_several_are_tried()
    {
        await using var server = await FeedServer.StartAsync();
        server["/feed"] = FeedServer.Send("<rss/>"u8.ToArray());
        using var fetcher = Fetch.Fetcher(resolve: _ => [IPAddress.Parse("10.0.0.1"), IPAddress.Parse("::1"), IPAddress.Loopback]);

        await fetcher.SucceedAsync(server.Address("/feed", "feeds.example"));
    }

    [Fact]
    public async Task Nonexistent_name_is_reported()
    {
        using var empty = Fetch.Fetcher(resolve: _ => []);
        using var failing = Fetch.Fetcher(resolve: _ => throw new SocketException((int)SocketError.HostNotFound));

        Assert.Equal("There is no server called feeds.example.", await empty.FailAsync(FeedAddress.TryParse("https://feeds.example/")!));
        Assert.Equal(
            "There is no server called feeds.example, or its name could not be looked up.",
            await failing.FailAsync(FeedAddress.TryParse("https://feeds.example/")!)
        );
    }

    [Fact]
    public async Task Many_addresses_of_one_family_leave_room_for_the_other()
    {
        await using var server = await FeedServer.StartAsync();
        server["/feed"] = FeedServer.Send("<rss/>"u8.ToArray());

        // No server listens at these on the server's port.
        var closed = Enumerable.Range(0, 10).Select(_ => IPAddress.IPv6Loopback);
        using var fetcher = new FeedFetcher(
            new FeedFetcherOptions
            {
                AllowedAddresses = [IPNetwork.Parse("127.0.0.1/32"), IPNetwork.Parse("::1/128")],
                Resolve = (_, _) => Task.FromResult<IPAddress[]>([.. closed, IPAddress.Loopback]),
            }
        );

        await fetcher.SucceedAsync(server.Address("/feed", "feeds.example"));
    }

    [Fact]
    public async Task Connection_timeout_is_a_feed_failure_and_no_cancellation()
    {
        // The clock of the fetch does not move, so it is the connection's own timeout that ends.
        var options = Fetch.Loopback with
        {
            Limits = new FetchLimits { Time = TimeSpan.FromMilliseconds(50) },
            Resolve = async (_, cancellationToken) =>
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return [];
            },
        };
        using var fetcher = new FeedFetcher(options, new FakeTimeProvider());

        Assert.Equal(
            "feeds.example did not take a connection in time.",
            await fetcher.FailAsync(FeedAddress.TryParse("http://feeds.example/")!)
        );
    }

    [Fact]
    public async Task Refused_connection_is_reported()
    {
        int port;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        using var fetcher = Fetch.Fetcher();

        Assert.Equal(
            $"127.0.0.1 refuses connections on port {port}.",
            await fetcher.FailAsync(FeedAddress.TryParse($"http://127.0.0.1:{port}/")!)
        );
    }

    [Fact]
    public async Task Untrusted_certificate_is_refused()
    {
        using var key = ECDsa.Create();
        using var certificate = new CertificateRequest("CN=feeds.example", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(-1),
            DateTimeOffset.UtcNow.AddDays(1)
        );
        await using var server = await FeedServer.StartAsync(builder =>
        {
            builder
                .WebHost.UseKestrelHttpsConfiguration()
                .ConfigureKestrel(options => options.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate))
                .UseUrls("https://127.0.0.1:0");
        });
        server["/feed"] = FeedServer.Send("<rss/>"u8.ToArray());
        using var fetcher = Fetch.Fetcher();

        Assert.Equal(
            "No secure connection to 127.0.0.1 could be made: its certificate or its encryption is not valid.",
            await fetcher.FailAsync(server.Address("/feed"))
        );
        Assert.Empty(server.Requests);
    }
}
