using AiNewsBot.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Hosting;

/// <summary>Logs to standard error: a line each for eyes, JSON where a container's collector reads them.</summary>
internal static class ConsoleLogging
{
    public static ILoggingBuilder AddConsoleLogging(this ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.ClearProviders();
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);

        // A fault at the start is told in one line by the command line; the host would add its stack.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        logging.AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        if (
            SettingsBinder
                .Read<LoggingSettings>(configuration)
                .IsJson(isInContainer: configuration["DOTNET_RUNNING_IN_CONTAINER"] == "true")
        )
            logging.AddJsonConsole(options => (options.UseUtcTimestamp, options.TimestampFormat) = (true, "O"));
        else
            logging.AddSimpleConsole(options =>
                (options.SingleLine, options.UseUtcTimestamp, options.TimestampFormat) = (true, true, "yyyy-MM-dd HH:mm:ss'Z' ")
            );
        return logging;
    }
}
