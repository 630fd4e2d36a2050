using System.Runtime.InteropServices;
using AiNewsBot.Configuration;

namespace AiNewsBot.Hosting;

/// <summary>
/// Libraries of the system that .NET loads when it first needs them, and without which it aborts: they are looked for before, with the
/// names by which .NET looks for them, so that what is missing is told in one line.
/// </summary>
internal static class SystemLibraries
{
    private const int NewestIcu = 120;
    private const int OldestIcu = 50;
    private static readonly string[] OpenSslNames = ["libssl.so.3", "libssl.so.1.1"];
    private const string ZoneOfTrial = "Europe/Paris";

    /// <summary>Without ICU no text can be compared or formatted.</summary>
    public static string? GetIcuError(Func<string, bool>? load = null) =>
        !OperatingSystem.IsLinux() || IcuNames(Environment.GetEnvironmentVariable("CLR_ICU_VERSION_OVERRIDE")).Any(load ?? Load)
            ? null
            : "The ICU library is not installed, and without it the program cannot run: install libicu (Debian and Ubuntu: libicu72 "
                + "or newer; Fedora: libicu; Alpine: icu-libs icu-data-full).";

    /// <summary>Without OpenSSL nothing can be fetched, and Discord cannot be reached.</summary>
    public static string? GetOpenSslError(Func<string, bool>? load = null) =>
        !OperatingSystem.IsLinux() || OpenSslNames.Any(load ?? Load)
            ? null
            : "The OpenSSL library is not installed, and the bot reaches Discord and feeds with it: install OpenSSL 3 (Debian and "
                + "Ubuntu: libssl3; Fedora: openssl-libs; Alpine: libssl3).";

    /// <summary>Without time-zone data no digest can be sent at an hour of its readers.</summary>
    public static string? GetTimeZoneError() =>
        TimeZoneInfo.TryFindSystemTimeZoneById(ZoneOfTrial, out _)
            ? null
            : "The time-zone data is not installed, and the bot sends digests by it: install tzdata.";

    /// <summary>What the running bot needs, beside ICU.</summary>
    /// <exception cref="ConfigurationException">Something is missing.</exception>
    public static void RequireForBot()
    {
        if ((GetOpenSslError() ?? GetTimeZoneError()) is { } error)
            throw new ConfigurationException(error);
    }

    private static IEnumerable<string> IcuNames(string? only) =>
        !string.IsNullOrEmpty(only)
            ? [$"libicuuc.so.{only}"]
            : Enumerable
                .Range(OldestIcu, NewestIcu - OldestIcu)
                .Reverse()
                .Select(version => $"libicuuc.so.{version}")
                .Prepend("libicuuc.so");

    private static bool Load(string name) => NativeLibrary.TryLoad(name, out _);
}
