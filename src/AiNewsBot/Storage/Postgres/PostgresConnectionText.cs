using System.Globalization;
using System.Net;
using Npgsql;

namespace AiNewsBot.Storage.Postgres;

/// <summary>Reads Storage:ConnectionString where it names PostgreSQL: as Npgsql writes it, or as a URI
/// (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS).</summary>
internal static class PostgresConnectionText
{
    private const string Example = "write Host=db.example.org;Database=ainewsbot;Username=ainewsbot;Password=…";
    private static readonly string[] Schemes = ["postgres://", "postgresql://"];

    /// <summary>Whether the text is a URI of PostgreSQL.</summary>
    public static bool IsUri(string text) => Schemes.Any(scheme => text.TrimStart().StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is wrong with it; null when it names a database. It never repeats the text, which may hold a password.</summary>
    public static string? GetError(string text)
    {
        try
        {
            var builder = Read(text);
            return string.IsNullOrWhiteSpace(builder.Host) ? $"names no host: {Example}"
                : string.IsNullOrWhiteSpace(builder.Database ?? builder.Username) ? $"names no database: {Example}"
                : null;
        }
        catch (Exception exception)
            when (exception is ArgumentException or FormatException or InvalidCastException or KeyNotFoundException or OverflowException)
        {
            return IsUri(text)
                ? "is no address of a database: write postgres://user:password@host:5432/database"
                : $"cannot be read ({exception.Message.ReplaceLineEndings(" ")}): {Example}";
        }
    }

    /// <summary>As Npgsql reads it, with what the bot needs where the text says nothing else.</summary>
    public static NpgsqlConnectionStringBuilder Parse(string text)
    {
        var builder = Read(text);
        builder.Database ??= builder.Username;

        // The bot leaves no state on a connection; resetting it would cost a round trip, and pgbouncer's transactions mode forbids it.
        SetDefault("No Reset On Close", () => builder.NoResetOnClose = true);
        SetDefault("Application Name", () => builder.ApplicationName = "AiNewsBot");

        // An address that answers nothing, and a peer that is gone, are noticed in seconds.
        SetDefault("Timeout", () => builder.Timeout = 10);
        SetDefault("Command Timeout", () => builder.CommandTimeout = 30);
        SetDefault("Keepalive", () => builder.KeepAlive = 30);
        SetDefault("Tcp Keepalive", () => builder.TcpKeepAlive = true);

        // Connections are lent for milliseconds: a few serve thousands of questions.
        SetDefault("Maximum Pool Size", () => builder.MaxPoolSize = 20);
        SetDefault("Connection Idle Lifetime", () => builder.ConnectionIdleLifetime = 60);
        return builder;

        void SetDefault(string key, Action set)
        {
            if (!builder.ShouldSerialize(key))
                set();
        }
    }

    private static NpgsqlConnectionStringBuilder Read(string text) =>
        IsUri(text) ? FromUri(new Uri(text.Trim())) : new NpgsqlConnectionStringBuilder(text);

    private static NpgsqlConnectionStringBuilder FromUri(Uri uri)
    {
        var builder = new NpgsqlConnectionStringBuilder { Host = uri.Host.Trim('[', ']') };
        if (uri.Port > 0)
            builder.Port = uri.Port;
        if (WebUtility.UrlDecode(uri.AbsolutePath.Trim('/').Replace("+", "%2B", StringComparison.Ordinal)) is { Length: > 0 } database)
            builder.Database = database;
        var user = uri.UserInfo.Split(':', 2);
        if (user[0].Length > 0)
            builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1)
            builder.Password = Uri.UnescapeDataString(user[1]);
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            var value = parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "";
            switch (parts[0].ToLowerInvariant())
            {
                case "host":
                    builder.Host = value;
                    break;
                case "sslmode":
                    builder.SslMode = Enum.Parse<SslMode>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
                    break;
                case "sslrootcert":
                    builder.RootCertificate = value;
                    break;
                case "connect_timeout":
                    builder.Timeout = int.Parse(value, CultureInfo.InvariantCulture);
                    break;
                case var key:
                    builder[key.Replace('_', ' ')] = value;
                    break;
            }
        }

        return builder;
    }
}
