using System.Net;
using AiNewsBot.Discord.Rest;

namespace AiNewsBot.Discord.Tests.Rest;

public sealed class DiscordFaultTests
{
    [Theory]
    [InlineData(404, 10003, DiscordErrorKind.Gone)]
    [InlineData(404, 10062, DiscordErrorKind.Gone)]
    [InlineData(404, 0, DiscordErrorKind.Gone)]
    [InlineData(401, 50027, DiscordErrorKind.Gone)]
    [InlineData(401, 0, DiscordErrorKind.Unauthorized)]
    [InlineData(403, 50001, DiscordErrorKind.Forbidden)]
    [InlineData(403, 50013, DiscordErrorKind.Forbidden)]
    [InlineData(403, 40333, DiscordErrorKind.Forbidden)]
    [InlineData(400, 40060, DiscordErrorKind.AlreadyAnswered)]
    [InlineData(400, 50035, DiscordErrorKind.BadRequest)]
    [InlineData(400, 50006, DiscordErrorKind.BadRequest)]
    [InlineData(429, 20028, DiscordErrorKind.RateLimited)]
    [InlineData(502, 0, DiscordErrorKind.Unavailable)]
    [InlineData(500, 130000, DiscordErrorKind.Unavailable)]
    public void Refusal_is_classified_by_its_code(int status, int code, DiscordErrorKind fault) =>
        Assert.Equal(fault, new DiscordException((HttpStatusCode)status, code, "").Kind);
}
