using System.Globalization;

namespace AiNewsBot.Kill.Tests;

/// <summary>
/// How often the bot is killed as a process of its own: as AINEWSBOT_KILLS says, of several that share a server as AINEWSBOT_SHARED_KILLS
/// says, and by the seed of AINEWSBOT_SEED. AINEWSBOT_PROGRAM names the native program; without it the managed one is killed. These tests
/// wait for real processes, and so on the real clock.
/// </summary>
internal static class KillSettings
{
    public static readonly int Times = Read("AINEWSBOT_KILLS", 3);
    public static readonly int SharedTimes = Read("AINEWSBOT_SHARED_KILLS", 3);
    public static readonly int Seed = Read("AINEWSBOT_SEED", Environment.TickCount);

    private static int Read(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
