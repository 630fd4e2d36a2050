using AiNewsBot.Feeds.Fetching;

namespace AiNewsBot.Feeds.Tests.Fetching;

public sealed class PrivateHostTests
{
    [Theory]
    [InlineData("http://10.1.2.3/a.png", true)]
    [InlineData("http://127.0.0.1:8080/a.png", true)]
    [InlineData("http://[fd00::1]/a.png", true)]
    [InlineData("http://[::ffff:192.168.1.1]/a.png", true)]
    [InlineData("http://wiki/a.png", true)]
    [InlineData("https://nas.local/a.png", true)]
    [InlineData("https://git.corp.internal/a.png", true)]
    [InlineData("https://8.8.8.8/a.png", false)]
    [InlineData("https://[2606:4700::1111]/a.png", false)]
    [InlineData("https://internal.example.org/a.png", false)]
    [InlineData("https://example.org/a.png", false)]
    public void Address_in_the_network_of_the_bot_is_told_by_its_host(string address, bool isPrivate) =>
        Assert.Equal(isPrivate, PrivateHosts.IsOne(FeedAddress.TryParse(address)!));
}
