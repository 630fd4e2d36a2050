using System.Globalization;
using AiNewsBot.Facts.Comparing;
using AiNewsBot.Hosting;
using CsvHelper;

namespace AiNewsBot.Cli;

/// <summary>A table of what indexes claim, one model a line.</summary>
internal static class ReferenceCsv
{
    /// <summary>The columns that it has, beside any others.</summary>
    public const string Columns = "source, model, date, license_raw, weights, training_code, training_data, paper";

    /// <exception cref="UsageException">The file cannot be read, or lacks a column.</exception>
    public static List<ReferenceClaim> Read(string path)
    {
        try
        {
            using var csv = new CsvReader(File.OpenText(path), CultureInfo.InvariantCulture);
            RequireColumns(path, csv.Read() && csv.ReadHeader() ? csv.HeaderRecord! : []);
            var claims = new List<ReferenceClaim>();
            while (csv.Read())
                claims.Add(ReadClaim(csv));
            return claims;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {exception.Message}");
        }
        catch (CsvHelperException exception)
        {
            throw new UsageException($"{path}: line {exception.Context?.Parser?.RawRow} is no row of a table with the columns {Columns}.");
        }
    }

    private static void RequireColumns(string path, string[] header)
    {
        string[] missing = [.. Columns.Split(", ").Except(header)];
        if (missing.Length > 0)
            throw new UsageException($"{path} lacks {string.Join(", ", missing)}: a table of claims has the columns {Columns}.");
    }

    private static ReferenceClaim ReadClaim(CsvReader csv) =>
        new()
        {
            Source = csv.GetField("source") ?? "",
            Model = csv.GetField("model") ?? "",
            Date = csv.GetField("date") ?? "",
            Licence = csv.GetField("license_raw") ?? "",
            Weights = csv.GetField("weights") ?? "",
            TrainingCode = csv.GetField("training_code") ?? "",
            TrainingData = csv.GetField("training_data") ?? "",
            Paper = csv.GetField("paper") ?? "",
        };
}
