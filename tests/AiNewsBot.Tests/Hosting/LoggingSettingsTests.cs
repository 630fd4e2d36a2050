using AiNewsBot.Hosting;

namespace AiNewsBot.Tests.Hosting;

public sealed class LoggingSettingsTests
{
    [Theory]
    [InlineData("", false, false)]
    [InlineData("", true, true)]
    [InlineData("json", false, true)]
    [InlineData("JSON", true, true)]
    [InlineData("text", true, false)]
    public void Format_decides_and_without_it_the_container_does(string format, bool isInContainer, bool isJson) =>
        Assert.Equal(isJson, new LoggingSettings { Format = format }.IsJson(isInContainer));
}
