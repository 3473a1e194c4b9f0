"""Given names that are common and seldom family names, for telling which word of a name is which.

Own choice of the usual names of people born 1950 to 2005 in the countries that meet at European shows; a name
that is as often a family name (Martin, Thomas, Roman, James) is left out on purpose.
"""

_LATIN = """
adam agnieszka ahmet aleksandra aleksander alessandra alessandro alexandra alexander alice alicja amelie
andrea andreas andrzej angela angelika anita anja anna anne annette antje antonella antonia arkadiusz ayşe
barbara bartosz beata béatrice birgit bożena brigitte carlos carmen carolina caroline catherine céline
charlotte chiara christian christiane christina christine christoph claire claudia cristina dagmar daniela
danuta deborah dieter dominika dorota edyta eduardo ekaterina elena elisa elisabeth elizabeth elżbieta
emily emma emre erika ewa fatma federica fernando françois françoise friederike gabriela gabriele giulia
giuseppe grzegorz günter hakan halina hannah hans heike heinz helena helga hélène henrike hüseyin ilona
inga ingrid irina isabel isabelle ivan iwona jacqueline jadwiga jan jana janina jarosław javier jean
jennifer jens jerzy jessica joanna johanna johannes jorge josé juan julia juliane jürgen jutta kamil karin
karolina katarzyna kathrin katja kerstin klaus krzysztof laura lena leonardo linda lisa łukasz luca luisa
lukas maciej magdalena magnus maja małgorzata manfred manuela marcin marek margarete margarita maria
mariana marie mario mariusz marta martina mateusz matthias matteo mehmet melanie michał michaela michelle
miguel mikołaj miriam monica monika monique mustafa nadine natalia nathalie nicole nina ola oksana
oleksandr oleksandra olena olga oliver pablo paola patricia patrycja pawel paweł petra philippe piotr
przemysław rachel rafał rainer raquel rebecca regina renata renate rosa rüdiger ryszard sabine sabrina
sandra sara sarah sebastian serhii silke silvia simona sławomir sofia sonja sophie stanisław stefanie
stephanie susan susanne svenja svitlana sylvia sylvie tanja tatiana tatjana teresa tetiana thorsten
tiziana tomasz torsten ulrike ursula ute valentina valérie vanessa vera veronika victoria viktoriia
volodymyr waldemar wiesław wioletta wojciech john mary william robert michael david sean kevin brian
steven timothy jason jeffrey gary matthew andrew joshua jonathan kathleen stephen nicholas katherine karen
nancy helen daniel richard charles edward fiona siobhán liam niamh eva luc anne-marie ferenc istván józsef
lászló zoltán gábor katalin ágnes zsófia ildikó tamás jiří tomáš petr zdeněk ondřej kateřina lenka hana
ivana juraj ľubomír zuzana mihai gheorghe ioana andrei cristian dragan goran zoran yasmin yuliia yvonne
zbigniew zeynep zofia zuzanna bjørn björn åsa søren jørgen magnús päivi juha tuomas
"""
_CYRILLIC = """
олександр олександра олексій олена оксана ольга олег орест остап андрій анна ганна анастасія антон
антоніна артем богдан борис вадим валентин валентина валерій василь віктор вікторія віра віталій володимир
вячеслав галина геннадій григорій дарина дар'я денис дмитро євген євгенія єва жанна зоя іван ігор ілля
інна ірина катерина кирило костянтин ксенія лариса леонід лідія любов людмила максим марина марія марко
микита микола михайло мирослав надія наталія наталя ніна оленка павло петро поліна раїса роксолана
ростислав руслан світлана сергій соломія софія станіслав степан таїсія тамара тарас тетяна тимофій уляна
федір юлія юрій яна ярослав ярослава александр александра алексей алёна анастасия анатолий андрей валерий
василий вера виктор виктория виталий владимир владислав геннадий григорий дарья дмитрий евгений евгения
екатерина елена елизавета зинаида игорь илья инна ирина кирилл константин ксения леонид лидия любовь мария
михаил надежда наталья никита николай пётр светлана сергей софья татьяна тимур фёдор эдуард юлия юрий
георги димитър иван йордан красимир любомир петър стефан
"""
GIVEN_NAMES = frozenset((*_LATIN.split(), *_CYRILLIC.split()))
