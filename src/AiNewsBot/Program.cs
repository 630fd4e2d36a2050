Console.WriteLine("AiNewsBot");
