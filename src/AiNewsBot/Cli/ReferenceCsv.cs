using System.Globalization;
using AiNewsBot.Facts.Comparing;
using AiNewsBot.Hosting;
using CsvHelper;

namespace AiNewsBot.Cli;

/// <summary>A table of what indexes claim, one model a line.</summary>
internal static class ReferenceCsv
{
    /// <exception cref="UsageException">The file cannot be read, or lacks a column.</exception>
    public static List<ReferenceClaim> Read(string path)
    {
        try
        {
            using var csv = new CsvReader(File.OpenText(path), CultureInfo.InvariantCulture);
            var claims = new List<ReferenceClaim>();
            csv.Read();
            csv.ReadHeader();
            while (csv.Read())
            {
                claims.Add(
                    new ReferenceClaim
                    {
                        Source = csv.GetField("source") ?? "",
                        Model = csv.GetField("model") ?? "",
                        Date = csv.GetField("date") ?? "",
                        Licence = csv.GetField("license_raw") ?? "",
                        Weights = csv.GetField("weights") ?? "",
                        TrainingCode = csv.GetField("training_code") ?? "",
                        TrainingData = csv.GetField("training_data") ?? "",
                        Paper = csv.GetField("paper") ?? "",
                    }
                );
            }

            return claims;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {exception.Message}");
        }
        catch (CsvHelperException exception)
        {
            throw new UsageException(
                $"{path} is no table of claims: {exception.Message.ReplaceLineEndings("\n").Split('\n')[0]} The columns are source, "
                    + $"model, date, license_raw, weights, training_code, training_data, paper."
            );
        }
    }
}
