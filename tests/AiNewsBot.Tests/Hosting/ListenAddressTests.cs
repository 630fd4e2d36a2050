using AiNewsBot.Hosting;

namespace AiNewsBot.Tests.Hosting;

/// <summary>Where the bot listens: only where the setting says, for a name that is no address would mean all of them.</summary>
public sealed class ListenAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://127.0.0.1:8080/")]
    [InlineData("HTTP://0.0.0.0:0")]
    [InlineData("http://[::1]:8080")]
    [InlineData("http://localhost:8080")]
    [InlineData("http://*:8080")]
    [InlineData("http://+:8080")]
    [InlineData("http://*")]
    public void Address_or_wildcard_can_be_listened_on(string url) => Assert.Null(ListenAddress.GetError(url));

    [Theory]
    [InlineData("https://127.0.0.1:8080", "is no address to listen on")]
    [InlineData("127.0.0.1:8080", "is no address to listen on")]
    [InlineData("http://", "is no address to listen on")]
    [InlineData("http://127.0.0.1:99999", "is no address to listen on")]
    [InlineData("http://*.example.org:8080", "is no address to listen on")]
    [InlineData("nonsense", "is no address to listen on")]
    [InlineData("http://127.0.0.1:8080/path", "has more than a host and a port")]
    [InlineData("http://127.0.0.1:8080?a=b", "has more than a host and a port")]
    [InlineData("http://127.0.0.1:8080/#a", "has more than a host and a port")]
    [InlineData("http://me@127.0.0.1:8080", "has more than a host and a port")]
    [InlineData("http://example.org:8080", "names the host example.org")]
    [InlineData("http://localhots:8080", "names the host localhots")]
    public void Address_that_is_not_one_to_listen_on_is_refused_with_the_reason(string url, string error)
    {
        var told = ListenAddress.GetError(url);

        Assert.StartsWith($"'{url}' ", told, StringComparison.Ordinal);
        Assert.Contains(error, told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://*:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://[::]:8080", "http://[::1]:8080/")]
    [InlineData("http://192.168.1.2:8080", "http://192.168.1.2:8080/")]
    [InlineData("http://localhost:8080", "http://localhost:8080/")]
    public void Program_on_this_machine_reaches_it_there(string url, string local) =>
        Assert.Equal(local, ListenAddress.ToLocal(url).ToString());

    [Theory]
    [InlineData("", 0)]
    [InlineData(" ; ", 0)]
    [InlineData("http://127.0.0.1:1; http://127.0.0.1:2;", 2)]
    public void Several_addresses_stand_in_one_setting(string urls, int count) => Assert.Equal(count, ListenAddress.Split(urls).Length);
}
