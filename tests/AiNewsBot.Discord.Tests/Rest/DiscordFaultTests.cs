using System.Net;
using AiNewsBot.Discord.Rest;

namespace AiNewsBot.Discord.Tests.Rest;

public sealed class DiscordFaultTests
{
    [Theory]
    [InlineData(404, 10003, DiscordFault.Gone)]
    [InlineData(404, 10062, DiscordFault.Gone)]
    [InlineData(404, 0, DiscordFault.Gone)]
    [InlineData(401, 50027, DiscordFault.Gone)]
    [InlineData(401, 0, DiscordFault.Unauthorized)]
    [InlineData(403, 50001, DiscordFault.Forbidden)]
    [InlineData(403, 50013, DiscordFault.Forbidden)]
    [InlineData(403, 40333, DiscordFault.Forbidden)]
    [InlineData(400, 40060, DiscordFault.AlreadyAnswered)]
    [InlineData(400, 50035, DiscordFault.OurMistake)]
    [InlineData(400, 50006, DiscordFault.OurMistake)]
    [InlineData(429, 20028, DiscordFault.RateLimited)]
    [InlineData(502, 0, DiscordFault.Unavailable)]
    [InlineData(500, 130000, DiscordFault.Unavailable)]
    public void A_refusal_is_told_by_its_code(int status, int code, DiscordFault fault) => Assert.Equal(fault, new DiscordException((HttpStatusCode)status, code, "").Fault);
}
